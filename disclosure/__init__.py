"""What an office could use without the lessons: tables, records, attacks, defences, and the audit that judges them."""
