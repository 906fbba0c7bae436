#!/usr/bin/env bash
# Totals and filters by SPARQL over a CIM (CGMES) file in RDF/XML, whose numbers are plain literals without a datatype, as
# the standard has them: loads of 100.5, 50 and 9 MW.
#
# Guess: the numbers count as numbers, or each such query fails.
#
# Instead: rdflib says 0 for the average, 9 for the greatest and 100.5 for the least (by text), and lets every load pass
# FILTER(?p > 20), 9 MW too; SUM raises an exception. Rasqal gives an empty sum and average, the same greatest and least,
# and no load above 20 MW. In both FILTER(?p = 50) finds nothing; for its negation rdflib finds all, Rasqal none. With
# xsd:decimal(?p) both are right.
#
# Version: rdflib 6.1.1, Rasqal 0.9.33 (roqet; Debian 12).
#
# Matters: a check of the load of a grid model answers 0, or with the wrong equipment, and looks like an answer. Cast each
# value of a CIM file before it is compared or added.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The packages with what they need and this machine lacks.
apt-get -s --no-install-recommends install python3-rdflib=6.1.1-1 rasqal-utils=0.9.33-2 | sed -n 's/^Inst \([^ ]*\) .*(\([^ ]*\) .*/\1=\2/p' | xargs -r apt-get -qq -o APT::Sandbox::User=root download > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH
lib=$work/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib
export PYTHONPATH=$work/usr/lib/python3/dist-packages

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

cat > grid.xml <<'XML'
<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cim="http://iec.ch/TC57/2013/CIM-schema-cim16#">
  <cim:EnergyConsumer rdf:ID="_a"><cim:EnergyConsumer.p>100.5</cim:EnergyConsumer.p></cim:EnergyConsumer>
  <cim:EnergyConsumer rdf:ID="_b"><cim:EnergyConsumer.p>50</cim:EnergyConsumer.p></cim:EnergyConsumer>
  <cim:EnergyConsumer rdf:ID="_c"><cim:EnergyConsumer.p>9</cim:EnergyConsumer.p></cim:EnergyConsumer>
</rdf:RDF>
XML
cat > ask.py <<'PY'
import rdflib

graph = rdflib.Graph()
graph.parse("grid.xml", format="xml")
try:
    print(*[row[0] for row in graph.query(open("query.rq").read())])
except Exception as failure:
    print(type(failure).__name__)
PY
# What the two answer to a query that selects one column: rows side by side.
ask() {
  {
    echo "PREFIX cim: <http://iec.ch/TC57/2013/CIM-schema-cim16#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>"
    echo "SELECT $1 WHERE { ?load cim:EnergyConsumer.p ?p $2 } $3"
  } > query.rq
  echo "$(/usr/bin/python3 ask.py) | $(roqet -q -r csv -D grid.xml query.rq | tr -d '\r' | tail -n +2 | paste -sd' ')"
}

echo "rdflib 6.1.1 | Rasqal 0.9.33"
see "sum" "SPARQLTypeError | " "$(ask '(SUM(?p) AS ?x)' '' '')"
see "average" "0 | " "$(ask '(AVG(?p) AS ?x)' '' '')"
see "greatest" "9 | 9" "$(ask '(MAX(?p) AS ?x)' '' '')"
see "least" "100.5 | 100.5" "$(ask '(MIN(?p) AS ?x)' '' '')"
see "above 20 MW" "100.5 50 9 | " "$(ask '?p' 'FILTER(?p > 20)' 'ORDER BY ?p')"
see "equal to 50 MW" " | " "$(ask '?p' 'FILTER(?p = 50)' 'ORDER BY ?p')"
see "not equal to 50 MW" "100.5 50 9 | " "$(ask '?p' 'FILTER(!(?p = 50))' 'ORDER BY ?p')"
see "sum of xsd:decimal(?p)" "159.5 | 159.5" "$(ask '(SUM(xsd:decimal(?p)) AS ?x)' '' '')"
see "xsd:decimal(?p) above 20 MW" "100.5 50 | 100.5 50" "$(ask '?p' 'FILTER(xsd:decimal(?p) > 20)' 'ORDER BY ?p')"
end
