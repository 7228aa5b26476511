"""Solving: from a system to what each cell can still be.

Quick ways first; each later one takes what the earlier ones leave:

    bound_propagation   line by line: bounds that a reader can follow (the shuttle algorithm, with all lines)
    network             two-way tables as networks: each hidden cell is an edge between its two lines
    feasible_table      one table that fits, by maximum flow
    mixed_graph         all exact cells of a network at once, from that table
    ranges              the least and the largest count of each cell of a network, by augmenting flows
    equations           everything else: what the counts of cells must fulfil that hang together
    steep_conditions    conditions that 64 bits have no room for: simpler, or left out and named
    models              the same for a solver in fractions
    whole_numbers       the same for a solver in whole numbers, which is exact
    relaxation          what fractions prove, exactly: how large a sum can be, and which counts grow for ever
    largest_sums        the table that fits with the largest sum: in fractions first, then in whole numbers
    integer             the least and the largest count of each of them, and numbers between that are impossible
    unlimited           which counts have no largest one
    findings            all of it together
"""
