package org.gridclear.market.day;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is read of a block; other parts stay packed.
 *
 * @param columns columns of numbers that are wanted; empty for all
 * @param texts for a text of the elements, those that are wanted; all conditions hold together, and
 *     an element without such a text meets none
 */
public record Selection(Set<String> columns, Map<String, Set<String>> texts) {
  /** Everything. */
  public static final Selection ALL = new Selection(Set.of(), Map.of());

  public Selection {
    columns = Set.copyOf(columns);
    texts = Map.copyOf(texts);
  }

  /** Some columns of all elements. */
  public static Selection of(String... columns) {
    return new Selection(Set.of(columns), Map.of());
  }

  /** The same of those elements only that have one of some texts. */
  public Selection where(String key, Set<String> wanted) {
    Map<String, Set<String>> more = new LinkedHashMap<>(texts);
    more.put(key, Set.copyOf(wanted));
    return new Selection(columns, more);
  }

  boolean all() {
    return texts.isEmpty();
  }

  boolean wants(String column) {
    return columns.isEmpty() || columns.contains(column);
  }

  boolean test(BlockLayout layout, List<String> element) {
    return texts.entrySet().stream()
        .allMatch(
            each -> {
              int at = layout.key(each.getKey());
              return at >= 0 && each.getValue().contains(element.get(at));
            });
  }
}
