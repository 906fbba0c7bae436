package org.gridclear.oracle.random;

import java.util.Map;
import java.util.TreeMap;

/** One random case as a document of the case format. */
final class RandomDocument {
  private RandomDocument() {}

  /** The document of a day: its units and demand, a grid, plants and rules. */
  static Map<String, Object> of(RandomDay day) {
    Map<String, Object> document = day.document();
    Map<String, Object> rules = new TreeMap<>();
    document.put("network", new RandomGrid(day).network(document, rules));
    new RandomPlants(day).add(document, rules);
    new RandomRules(day).add(document, rules);
    document.put("rules", rules);
    return document;
  }
}
