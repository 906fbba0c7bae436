package org.gridclear.settlement.process;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridclear.json.Json;

/**
 * Kinds of records of a journal that this build knows, by the simple names of their classes.
 *
 * @param <T> what they have in common
 */
public final class KnownKinds<T> {
  private final String journal;
  private final Map<String, Class<? extends T>> byName;

  /**
   * Kinds of a journal.
   *
   * @param journal its name in messages, such as payment
   */
  public KnownKinds(String journal, List<Class<? extends T>> classes) {
    this.journal = journal;
    byName = classes.stream().collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
  }

  /**
   * The record that a row holds.
   *
   * @throws IllegalStateException if this build does not know its kind
   */
  public T read(String kind, String content) {
    Class<? extends T> known = byName.get(kind);
    if (known == null) {
      throw new IllegalStateException(
          "The %s journal has a row of kind %s, which this build does not know."
              .formatted(journal, kind));
    }
    return Json.MAPPER.readValue(content, known);
  }
}
