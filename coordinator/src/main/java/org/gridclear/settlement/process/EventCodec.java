package org.gridclear.settlement.process;

import java.util.List;
import org.gridclear.json.Json;
import org.gridclear.market.store.process.JournalStore;

/** Events and acts as they lie in the journal: the name of their record, and JSON. */
final class EventCodec {
  private static final KnownKinds<ProcessEvent> EVENTS =
      new KnownKinds<>(
          "settlement",
          List.of(
              ProcessEvent.DayChecked.class,
              ProcessEvent.Proposed.class,
              ProcessEvent.Decided.class,
              ProcessEvent.Confirmed.class,
              ProcessEvent.DisputeFiled.class,
              ProcessEvent.DisputeTaken.class,
              ProcessEvent.DisputeWithdrawn.class,
              ProcessEvent.AnswerRefused.class));
  private static final KnownKinds<Act> ACTS =
      new KnownKinds<>(
          "settlement", List.of(Act.RulesSet.class, Act.Published.class, Act.Answered.class));

  private EventCodec() {}

  static JournalStore.Entry entry(ProcessEvent event) {
    return new JournalStore.Entry(
        event.getClass().getSimpleName(), Json.MAPPER.writeValueAsString(event));
  }

  static ProcessEvent event(String kind, String content) {
    return EVENTS.read(kind, content);
  }

  static ProcessEvent.Proposed proposed(Act act) {
    return new ProcessEvent.Proposed(
        act.getClass().getSimpleName(), Json.MAPPER.writeValueAsString(act));
  }

  static Act act(ProcessEvent.Proposed proposed) {
    return ACTS.read(proposed.act(), proposed.content());
  }
}
