package org.gridclear.market.ticket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridclear.market.ticket.Ticket.Kind;
import org.gridclear.market.ticket.TicketElement.Type;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a ticket takes its elements out, to the instant, and what its file may say. */
// Rows: A-23
class TicketTest {
  private static final Instant EIGHT = Instant.parse("2026-12-01T08:00:00Z");
  private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");

  private static Ticket ticket(
      Kind kind, TicketState state, Instant from, Instant to, String... elements) {
    return new Ticket(
        "t",
        kind,
        Arrays.stream(elements).map(TicketElement::parse).toList(),
        from,
        Optional.ofNullable(to),
        state,
        "OMS",
        EIGHT,
        "");
  }

  private static Ticket outage(Instant from, Instant to) {
    return ticket(Kind.OUTAGE, TicketState.APPROVED, from, to, "branch:b");
  }

  private static Instant at(String time) {
    return Instant.parse("2026-12-01T" + time + "Z");
  }

  @ParameterizedTest
  @CsvSource({
    // from 8 to 10: out, and only in part of the period
    "OUTAGE, 07:00:00, 08:00:00, false, false",
    "OUTAGE, 07:00:00, 08:00:01, true, true",
    "OUTAGE, 08:00:00, 10:00:00, true, false",
    "OUTAGE, 08:00:00, 10:00:01, true, true",
    "OUTAGE, 07:59:59, 10:00:00, true, true",
    "OUTAGE, 09:00:00, 09:30:00, true, false",
    "OUTAGE, 09:59:59, 11:00:00, true, true",
    "OUTAGE, 10:00:00, 11:00:00, false, false",
    // gone from 8 on
    "RETIREMENT, 07:00:00, 08:00:00, false, false",
    "RETIREMENT, 07:00:00, 08:00:01, true, true",
    "RETIREMENT, 08:00:00, 20:00:00, true, false",
    // not there before 8
    "COMMISSIONING, 07:00:00, 08:00:00, true, false",
    "COMMISSIONING, 07:00:00, 08:00:01, true, true",
    "COMMISSIONING, 08:00:00, 09:00:00, false, false"
  })
  void anElementIsOutInAPeriodWhollyOrInPart(
      Kind kind, String start, String end, boolean out, boolean part) {
    Instant to = kind == Kind.OUTAGE ? TEN : null;
    Ticket ticket = ticket(kind, TicketState.RUNNING, EIGHT, to, "unit:g");
    assertEquals(out, ticket.takesOut(at(start), at(end)));
    assertEquals(out, ticket.covers(at(start), at(end)));
    assertEquals(part, ticket.coversPartOf(at(start), at(end)));
  }

  @Test
  void anOutageWithoutAnEndGoesOn() {
    Ticket open = outage(EIGHT, null);
    assertTrue(open.takesOut(Instant.parse("2099-01-01T00:00:00Z"), Instant.MAX));
    assertEquals(false, open.coversPartOf(EIGHT, Instant.MAX));
  }

  @ParameterizedTest
  @EnumSource(TicketState.class)
  void onlyWhatIsAllowedOrBegunTakesOut(TicketState state) {
    boolean counts =
        List.of(TicketState.APPROVED, TicketState.RUNNING, TicketState.ENDED).contains(state);
    Ticket ticket = ticket(Kind.OUTAGE, state, EIGHT, TEN, "unit:g");
    assertEquals(counts, ticket.takesOut(EIGHT, TEN));
    assertTrue(ticket.covers(EIGHT, TEN));
  }

  @Test
  void aTicketGoesForwardAndWhatIsOverStays() {
    String may =
        Arrays.stream(TicketState.values())
            .map(
                from ->
                    from.label()
                        + ": "
                        + Arrays.stream(TicketState.values())
                            .filter(from::mayBecome)
                            .map(TicketState::label)
                            .collect(Collectors.joining(" ")))
            .collect(Collectors.joining("\n"));
    assertEquals(
        String.join(
            "\n",
            "planned: planned approved cancelled",
            "approved: approved running cancelled",
            "running: running ended",
            "ended: ",
            "cancelled: "),
        may);
  }

  @Test
  void outagesOfOneElementClashWhereTheirTimesMeet() {
    Ticket ticket = outage(EIGHT, TEN);
    Optional<TicketElement> branch = Optional.of(new TicketElement(Type.BRANCH, "b"));
    assertEquals(branch, ticket.clash(outage(at("09:59:59"), null)));
    assertEquals(Optional.empty(), ticket.clash(outage(TEN, null)));
    assertEquals(Optional.empty(), ticket.clash(outage(at("07:00:00"), EIGHT)));
    assertEquals(branch, outage(at("07:00:00"), null).clash(ticket));
    assertEquals(
        Optional.empty(),
        ticket.clash(ticket(Kind.OUTAGE, TicketState.APPROVED, EIGHT, TEN, "unit:b")));
    assertEquals(
        Optional.empty(),
        ticket.clash(ticket(Kind.OUTAGE, TicketState.CANCELLED, EIGHT, TEN, "branch:b")));
    assertEquals(
        Optional.empty(),
        ticket(Kind.OUTAGE, TicketState.CANCELLED, EIGHT, TEN, "branch:b").clash(ticket));
    assertEquals(
        Optional.empty(),
        ticket.clash(ticket(Kind.RETIREMENT, TicketState.APPROVED, EIGHT, null, "branch:b")));
    Ticket gone = ticket(Kind.RETIREMENT, TicketState.APPROVED, EIGHT, null, "branch:b");
    Ticket again = ticket(Kind.RETIREMENT, TicketState.PLANNED, TEN, null, "branch:b", "unit:a");
    assertEquals(branch, gone.clash(again));
  }

  @Test
  void elementsAreInOrderAndOnce() {
    Ticket ticket =
        ticket(
            Kind.OUTAGE,
            TicketState.PLANNED,
            EIGHT,
            TEN,
            "hvdc:d",
            "unit:h",
            "BRANCH:x:y",
            "unit:g",
            "storage:s",
            "unit:h");
    assertEquals("[unit:g, unit:h, storage:s, branch:x:y, hvdc:d]", ticket.elements().toString());
    assertEquals("outage t (planned)", ticket.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"g", "unit:", ":g", "bus:g", ""})
  void whatNamesNoElementIsRefused(String text) {
    assertEquals(
        "'%s' is no element; give unit:ID, storage:ID, branch:ID or hvdc:ID.".formatted(text),
        assertThrows(IllegalArgumentException.class, () -> TicketElement.parse(text)).getMessage());
  }

  private static final String FILE =
      """
      {"format": "gridclear-tickets", "version": 1, "tickets": [
        {"id": "T-1", "kind": "outage", "state": "approved", "elements": ["branch:b", "unit:g"],
         "from": "2026-12-01T16:00:00+08:00", "to": "2026-12-01T10:00:00Z",
         "knownAt": "2026-11-30T00:00:00Z", "source": "OMS", "text": "repair"}]}
      """;

  private static List<Ticket> read(String text) {
    return TicketText.read(text.getBytes(StandardCharsets.UTF_8), "tickets.json");
  }

  @Test
  void aTicketIsReadAndWrittenAsTheSameBytes() {
    Ticket ticket = read(FILE).get(0);
    assertEquals(
        new Ticket(
            "T-1",
            Kind.OUTAGE,
            List.of(new TicketElement(Type.UNIT, "g"), new TicketElement(Type.BRANCH, "b")),
            EIGHT,
            Optional.of(TEN),
            TicketState.APPROVED,
            "OMS",
            Instant.parse("2026-11-30T00:00:00Z"),
            "repair"),
        ticket);
    byte[] written = TicketText.write(ticket);
    assertEquals(List.of(ticket), TicketText.read(written, "again"));
    assertArrayEquals(written, TicketText.write(TicketText.read(written, "again").get(0)));
    Ticket open = ticket(Kind.RETIREMENT, TicketState.PLANNED, EIGHT, null, "hvdc:d");
    assertEquals(List.of(open), TicketText.read(TicketText.write(open), "again"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          gridclear-tickets; gridclear-ticket; format | Give gridclear-tickets.
          "version": 1; "version": 2; format | Give gridclear-tickets.
          "id": "T-1"; "id": "-T"; id | Give letters, digits, dots and dashes.
          "state": "approved", ; ; state | Say how far it is.
          ["branch:b", "unit:g"]; []; elements | Name what it is about.
          "to": "2026-12-01T10:00:00Z"; "to": "2026-12-01T08:00:00Z"; to | It is not after from (2026-12-01T08:00:00Z).
          "kind": "outage"; "kind": "retirement"; to | Only an outage has an end.
          "approved", "elements"; "ended", "elements"; ''
          """)
  void whatATicketCannotSayIsRefused(String from, String to, String issue) {
    String changed = FILE.replace(from, to == null ? "" : to);
    String found;
    try {
      read(changed);
      found = "";
    } catch (InvalidInputException e) {
      found = e.issues().get(0).field() + " | " + e.issues().get(0).advice();
    }
    assertEquals(issue, found);
  }

  @Test
  void anOutageThatEndedSaysWhen() {
    String ended =
        FILE.replace("approved", "ended").replace("\"to\": \"2026-12-01T10:00:00Z\",", "");
    InvalidInputException refused = assertThrows(InvalidInputException.class, () -> read(ended));
    assertEquals("Say when it ended.", refused.issues().get(0).advice());
    InvalidInputException none =
        assertThrows(
            InvalidInputException.class,
            () -> read("{\"format\": \"gridclear-tickets\", \"tickets\": []}"));
    assertEquals("Give one or more.", none.issues().get(0).advice());
  }
}
