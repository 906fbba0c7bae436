#!/usr/bin/env bash
# The weights (capacities, reactances) of a weighted graph in JGraphT after it was copied, reversed, or written to a file
# and read again.
#
# Guess: the weights go with the edges, for the graph is a weighted one.
#
# Instead: Graphs.addGraph keeps them, Graphs.addGraphReversed beside it sets each to 1. GraphML and CSV are written
# without them unless told otherwise, and GraphML comes back with 1 for each edge. MatrixExporter has no way to write
# them: its adjacency matrix has the number of parallel edges, its Laplacian their count on the diagonal.
#
# Version: JGraphT 1.5.2.
#
# Matters: shortest paths, cuts and flows on the copy are those of a network of equal lines: plausible, and wrong. The
# "Laplacian" is not the susceptance matrix. Compare the sums of the weights after each copy.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.jgrapht</groupId><artifactId>jgrapht-core</artifactId><version>1.5.2</version></dependency>
    <dependency><groupId>org.jgrapht</groupId><artifactId>jgrapht-io</artifactId><version>1.5.2</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.io.*;
import java.util.*;
import org.jgrapht.*;
import org.jgrapht.graph.*;
import org.jgrapht.nio.csv.*;
import org.jgrapht.nio.graphml.*;
import org.jgrapht.nio.matrix.*;
import org.jgrapht.util.*;

public class Probe {

  static boolean ok = true;

  static void see(String what, Object expected, Object seen) {
    boolean same = expected.equals(seen);
    ok &= same;
    System.out.println(what + ": " + seen + (same ? "" : "   CHANGED, was " + expected));
  }

  static void end() {
    System.out.println(ok ? "behaviour as described" : "behaviour has changed");
    System.exit(ok ? 0 : 1);
  }

  static Graph<String, DefaultWeightedEdge> empty() {
    return new DirectedWeightedMultigraph<>(SupplierUtil.createStringSupplier(), SupplierUtil.createDefaultWeightedEdgeSupplier());
  }

  /** Two lines from 1 to 2 of 30 and 40 MW, one from 2 to 3 of 50 MW. */
  static Graph<String, DefaultWeightedEdge> network() {
    Graph<String, DefaultWeightedEdge> g = empty();
    for (String bus : List.of("1", "2", "3")) {
      g.addVertex(bus);
    }
    g.setEdgeWeight(g.addEdge("1", "2"), 30);
    g.setEdgeWeight(g.addEdge("1", "2"), 40);
    g.setEdgeWeight(g.addEdge("2", "3"), 50);
    return g;
  }

  static double sum(Graph<String, DefaultWeightedEdge> g) {
    return g.edgeSet().stream().mapToDouble(g::getEdgeWeight).sum();
  }

  static double graphMl(boolean weights) {
    GraphMLExporter<String, DefaultWeightedEdge> exporter = new GraphMLExporter<>(bus -> bus);
    exporter.setExportEdgeWeights(weights);
    StringWriter text = new StringWriter();
    exporter.exportGraph(network(), text);
    Graph<String, DefaultWeightedEdge> back = empty();
    new GraphMLImporter<String, DefaultWeightedEdge>().importGraph(back, new StringReader(text.toString()));
    return sum(back);
  }

  static String matrix(MatrixExporter.Format format) {
    Graph<String, DefaultWeightedEdge> undirected = new WeightedMultigraph<>(DefaultWeightedEdge.class);
    Graphs.addGraph(undirected, network());
    StringWriter text = new StringWriter();
    new MatrixExporter<String, DefaultWeightedEdge>(format, bus -> bus).exportGraph(undirected, text);
    return String.join(", ", text.toString().strip().split("\\R"));
  }

  public static void main(String[] args) {
    System.out.println("JGraphT 1.5.2, sum of the weights");
    see("the network", 120.0, sum(network()));
    Graph<String, DefaultWeightedEdge> copy = empty();
    Graphs.addGraph(copy, network());
    see("addGraph", 120.0, sum(copy));
    Graph<String, DefaultWeightedEdge> reversed = empty();
    Graphs.addGraphReversed(reversed, network());
    see("addGraphReversed", 3.0, sum(reversed));
    see("EdgeReversedGraph", 120.0, sum(new EdgeReversedGraph<>(network())));
    see("GraphML", 3.0, graphMl(false));
    see("GraphML with setExportEdgeWeights", 120.0, graphMl(true));
    CSVExporter<String, DefaultWeightedEdge> csv = new CSVExporter<>(CSVFormat.EDGE_LIST);
    csv.setVertexIdProvider(bus -> bus);
    StringWriter lines = new StringWriter();
    csv.exportGraph(network(), lines);
    see("CSV", "1,2 1,2 2,3", String.join(" ", lines.toString().strip().split("\\R")));
    see("adjacency matrix", "1 2 2, 2 1 2, 2 3 1, 3 2 1", matrix(MatrixExporter.Format.SPARSE_ADJACENCY_MATRIX));
    see("diagonal of the Laplacian", "1 1 2", matrix(MatrixExporter.Format.SPARSE_LAPLACIAN_MATRIX).split(", ")[0]);
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java
