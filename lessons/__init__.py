"""The kit: releases, attacks, defences and the measures that judge them."""
