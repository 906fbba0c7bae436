package org.gridclear.settlement.process;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridclear.json.Json;
import org.gridclear.market.store.process.JournalStore;

/** Events and acts as they lie in the journal: the name of their record, and JSON. */
final class EventCodec {
  private static final Map<String, Class<? extends ProcessEvent>> EVENTS =
      byName(
          List.of(
              ProcessEvent.DayChecked.class,
              ProcessEvent.Proposed.class,
              ProcessEvent.Decided.class,
              ProcessEvent.Confirmed.class,
              ProcessEvent.DisputeFiled.class,
              ProcessEvent.DisputeTaken.class,
              ProcessEvent.DisputeWithdrawn.class,
              ProcessEvent.AnswerRefused.class));
  private static final Map<String, Class<? extends Act>> ACTS =
      byName(List.of(Act.RulesSet.class, Act.Published.class, Act.Answered.class));

  private EventCodec() {}

  private static <T> Map<String, Class<? extends T>> byName(List<Class<? extends T>> classes) {
    return classes.stream().collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
  }

  static JournalStore.Entry entry(ProcessEvent event) {
    return new JournalStore.Entry(
        event.getClass().getSimpleName(), Json.MAPPER.writeValueAsString(event));
  }

  static ProcessEvent event(String kind, String content) {
    return Json.MAPPER.readValue(content, known(EVENTS, kind));
  }

  static ProcessEvent.Proposed proposed(Act act) {
    return new ProcessEvent.Proposed(
        act.getClass().getSimpleName(), Json.MAPPER.writeValueAsString(act));
  }

  static Act act(ProcessEvent.Proposed proposed) {
    return Json.MAPPER.readValue(proposed.content(), known(ACTS, proposed.act()));
  }

  private static <T> Class<? extends T> known(
      Map<String, Class<? extends T>> classes, String name) {
    Class<? extends T> known = classes.get(name);
    if (known == null) {
      throw new IllegalStateException(
          "The settlement journal has a row of kind %s, which this build does not know."
              .formatted(name));
    }
    return known;
  }
}
