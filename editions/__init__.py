"""How the kit gets to where it is used: what a teacher carries into a room without internet."""
