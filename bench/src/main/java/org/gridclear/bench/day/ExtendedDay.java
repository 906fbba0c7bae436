package org.gridclear.bench.day;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridclear.json.Json;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.exchange.Outbox;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.replay.DayLog;
import org.gridclear.market.replay.LoggedMarket;
import org.gridclear.market.replay.OutsideEvent;
import org.gridclear.market.replay.TimedEvent;
import org.gridclear.market.workflow.SimulatedClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A logged day whose runs are also published and handed on, and whose nodes are tried again. */
final class ExtendedDay {
  static final String PARTNER = "platform";
  static final String FOLDER = "ems";
  static final String MESSAGES = "mail";

  private static final int RETRIES = 6;
  private static final Set<String> HANDED_ON = Set.of("da", "id", "rt");

  private ExtendedDay() {}

  static DayLog of(DayLog log) {
    List<TimedEvent> events = new ArrayList<>();
    for (TimedEvent event : log.events()) {
      events.add(
          event.what() instanceof OutsideEvent.WorkflowsSet set
              ? new TimedEvent(
                  event.at(),
                  new OutsideEvent.WorkflowsSet(set.by(), set.from(), extended(set.text())))
              : event);
    }
    return new DayLog(log.terms(), events, log.versions());
  }

  private static String extended(String text) {
    ObjectNode document = (ObjectNode) Json.MAPPER.readTree(text);
    for (JsonNode workflow : document.get("workflows")) {
      ArrayNode nodes = (ArrayNode) workflow.get("nodes");
      if (HANDED_ON.contains(workflow.get("id").asString())) {
        String last = nodes.get(nodes.size() - 1).get("id").asString();
        if (last.equals("approve")) {
          add(nodes, "publish", last);
        }
        add(nodes, "hand-over", "publish");
      }
      for (JsonNode node : nodes) {
        ((ObjectNode) node).put("retries", RETRIES).put("pauseSeconds", 0);
      }
    }
    return document.toString();
  }

  private static void add(ArrayNode nodes, String task, String after) {
    ObjectNode node = nodes.addObject().put("id", task).put("task", task);
    node.putArray("after").add(after);
  }

  /** Sets the channels: files of what is in force, calls of what is published, and messages. */
  static void channels(LoggedMarket market, SimulatedClock clock, String partner, String member) {
    Outbox outbox = new Outbox(market.folder(), DayStore.of(market.folder()), clock);
    String text =
        """
        channels:
        - id: %s
          partner: EMS
          format: ems-plan
          markets: [da, id, rt]
          transport: {way: folder, target: out/ems}
          trigger: {when: condition}
          retry: {tries: 100, first: PT10S, most: PT10S}
        - id: %s
          partner: exchange
          format: trade-results
          markets: [da, id, rt]
          transport: {way: https, target: "%s"}
          trigger: {when: condition, published: true}
          retry: {tries: 100, first: PT10S, most: PT10S}
        - id: %s
          partner: member
          format: messages
          recipient: "member:%s"
          transport: {way: folder, target: out/mail}
          trigger: {when: condition}
          retry: {tries: 100, first: PT10S, most: PT10S}
        """
            .formatted(FOLDER, PARTNER, partner, MESSAGES, member);
    outbox
        .channels()
        .set(
            text.getBytes(StandardCharsets.UTF_8),
            "channels.yaml",
            new Recording("bench", clock.instant()));
    Outbox.secrets(market.folder()).make(PARTNER);
  }

  /** A member of the day. */
  static String member(DayLog log) {
    return log.events().stream()
        .map(TimedEvent::what)
        .filter(OutsideEvent.Registered.class::isInstance)
        .flatMap(event -> ((OutsideEvent.Registered) event).files().stream())
        .filter(file -> file.kind().equals("member"))
        .map(file -> file.csv().lines().skip(1).findFirst().orElseThrow())
        .map(line -> line.substring(0, line.indexOf(',')))
        .findFirst()
        .orElseThrow();
  }
}
