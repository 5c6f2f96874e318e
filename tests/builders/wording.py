"""A stock of plain prose to set around tables."""

PROSE = """
The number of households that applied for support rose in most regions between the two surveys,
and the share that received an offer within eight weeks was higher than in any year since the
series began. Respondents were asked whether they had been in contact with a local office, how
often, and whether the matter had been settled. Of those who answered, 64 percent had written at
least once in 2009 and 71 percent in 2010. The increase was largest in the northern districts,
where 1,240 new cases were opened, and smallest on the coast. Estimates are based on a sample of
12,500 addresses and are subject to sampling error; differences of fewer than three points should
be read with care. The programme began in April 2006 with funds of $4.2 million and was extended
to all counties two years later. Agencies report their figures each quarter, and late returns are
added when the next issue is printed. Rates are given for each 1,000 residents unless a table says
otherwise. Where a cell holds fewer than ten cases it is left out, and the total is rounded so
that it cannot be worked out from the rest. Earlier issues counted some transfers twice; they have
been revised back to 2001. The staff of the regional offices checked all returns by hand and asked
for corrections where totals did not agree.
"""
