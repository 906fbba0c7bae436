package org.gridclear.market.fallback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adaptations while they are made; those of one element and reason are one. */
final class Adaptations {
  private final Map<List<String>, Adaptation> all = new LinkedHashMap<>();

  /** Notes what was done in a period, counted from 0. */
  void in(int t, String kind, String element, String text) {
    all.merge(
        List.of(kind, element, text),
        new Adaptation(kind, element, t + 1, 1, text),
        (first, next) -> new Adaptation(kind, element, first.period(), first.count() + 1, text));
  }

  /** Notes what holds for the whole horizon. */
  void of(String kind, String element, String text) {
    all.putIfAbsent(List.of(kind, element, text), new Adaptation(kind, element, 0, 0, text));
  }

  List<Adaptation> list() {
    return new ArrayList<>(all.values());
  }
}
