#!/usr/bin/env bash
# Rules of a tariff in FEEL, the language of DMN tables, in three engines: Camunda's, KIE's (Drools) and feelin, on which
# Camunda's modeller shows results. A price is missing, or its name is misspelt.
#
# Guess: null, or an error; and the same answer from each engine, with decimals throughout.
#
# Instead: "if price > 300 then 1 else 2" is 2 in each for a missing price and for a misspelt name. "every price above 0" of
# 10, a missing one and 20 is null in Camunda's, true in KIE's, false in feelin. 08:00+08:00 and 00:00Z are not equal in
# Camunda's, and 24:00 is null there, the next day in the others. 0.1 + 0.2 is not 0.3 in feelin, and -2 ** 2 is 4 in all.
#
# Version: feel-engine 1.19.1, kie-dmn-feel 8.44.0.Final, feelin 6.1.1.
#
# Matters: an hour without a price is billed by the lower tariff, silently, and a table that was tried in the modeller
# decides otherwise in the engine. Ask "price != null and" first; of each table have a case with null.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund @bpmn-io/feelin@6.1.1 >&2
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.camunda.feel</groupId><artifactId>feel-engine</artifactId><version>1.19.1</version></dependency>
    <dependency><groupId>org.kie</groupId><artifactId>kie-dmn-feel</artifactId><version>8.44.0.Final</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > rules.txt <<'FEEL'
if price > 300 then 1 else 2
if pirce > 300 then 1 else 2
price <= 300
every p in prices satisfies p > 0
sum(prices)
count(prices)
date and time("2026-01-01T08:00:00+08:00") = date and time("2026-01-01T00:00:00Z")
string(date and time("2026-01-01T24:00:00"))
0.1 + 0.2 = 0.3
-2 ** 2
FEEL
cat > Probe.java <<'JAVA'
import java.nio.file.*;
import java.util.*;
import org.camunda.feel.api.FeelEngineBuilder;
import org.kie.dmn.feel.FEEL;

public class Probe {

  public static void main(String[] args) throws Exception {
    Map<String, Object> variables = new HashMap<>();
    variables.put("price", null);
    variables.put("prices", Arrays.asList(10, null, 20));
    var camunda = FeelEngineBuilder.forJava().build();
    FEEL kie = FEEL.newInstance();
    List<String> answers = new ArrayList<>();
    for (String rule : Files.readAllLines(Path.of("rules.txt"))) {
      answers.add(camunda.evaluateExpression(rule, variables).result() + " " + kie.evaluate(rule, variables));
    }
    Files.write(Path.of("java.txt"), answers);
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java 2> err.txt || { cat err.txt; exit 1; }
cat > probe.mjs <<'JS'
import fs from "node:fs";
import { evaluate } from "@bpmn-io/feelin";

const variables = { price: null, prices: [10, null, 20] };
for (const rule of fs.readFileSync("rules.txt", "utf8").trim().split("\n")) {
  console.log(String(evaluate(rule, variables).value));
}
JS
node probe.mjs > feelin.txt

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

echo "feel-engine 1.19.1, kie-dmn-feel 8.44.0.Final, feelin 6.1.1; no price; prices 10, none, 20"
number=0
paste -d ' ' java.txt feelin.txt > seen.txt
while read -r expected; do
  number=$((number + 1))
  see "$(sed -n ${number}p rules.txt)" "$expected" "$(sed -n ${number}p seen.txt)"
done <<'EXPECTED'
2 2 2
2 2 2
null null null
null true false
null null null
3 3 3
false true true
null 2026-01-02T00:00:00 2026-01-02T00:00:00
true true false
4 4 4
EXPECTED
end
