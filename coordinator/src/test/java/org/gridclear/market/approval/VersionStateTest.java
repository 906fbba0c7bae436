package org.gridclear.market.approval;

import static org.gridclear.market.approval.VersionState.APPROVED;
import static org.gridclear.market.approval.VersionState.CHECKED;
import static org.gridclear.market.approval.VersionState.DRAFT;
import static org.gridclear.market.approval.VersionState.PUBLISHED;
import static org.gridclear.market.approval.VersionState.REJECTED;
import static org.gridclear.market.approval.VersionState.SUBMITTED;
import static org.gridclear.market.approval.VersionState.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridclear.market.approval.DayApproval.Wanted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of states: what may follow does, what may not is refused and changes nothing. */
// Rows: I-11
class VersionStateTest {
  /** The picture of docs/market-day.md, by hand. */
  private static final List<List<VersionState>> ARROWS =
      List.of(
          List.of(DRAFT, CHECKED),
          List.of(CHECKED, SUBMITTED),
          List.of(SUBMITTED, APPROVED),
          List.of(SUBMITTED, REJECTED),
          List.of(APPROVED, PUBLISHED),
          List.of(APPROVED, WITHDRAWN),
          List.of(PUBLISHED, WITHDRAWN));

  /** How a version comes to a state. */
  private static final Map<VersionState, List<VersionState>> WAYS =
      new EnumMap<>(VersionState.class);

  static {
    WAYS.put(DRAFT, List.of());
    WAYS.put(CHECKED, List.of(CHECKED));
    WAYS.put(SUBMITTED, List.of(CHECKED, SUBMITTED));
    WAYS.put(APPROVED, List.of(CHECKED, SUBMITTED, APPROVED));
    WAYS.put(REJECTED, List.of(CHECKED, SUBMITTED, REJECTED));
    WAYS.put(PUBLISHED, List.of(CHECKED, SUBMITTED, APPROVED, PUBLISHED));
    WAYS.put(WITHDRAWN, List.of(CHECKED, SUBMITTED, APPROVED, WITHDRAWN));
  }

  @TempDir private static Path folder;
  private static final Map<String, ApprovalMarket> MARKETS = new java.util.HashMap<>();
  private static LocalDate next = ApprovalMarket.DATE;

  @BeforeAll
  static void open() {
    for (String kind : List.of("embedded", "postgresql")) {
      MARKETS.put(kind, new ApprovalMarket(folder.resolve(kind), kind));
    }
  }

  @AfterAll
  static void close() {
    MARKETS.values().forEach(ApprovalMarket::close);
  }

  static Stream<Arguments> pairs() {
    List<Arguments> all = new ArrayList<>();
    for (String kind : MARKETS.keySet()) {
      for (VersionState from : VersionState.values()) {
        for (VersionState to : VersionState.values()) {
          if (to != DRAFT) {
            all.add(Arguments.of(kind, from, to));
          }
        }
      }
    }
    return all.stream();
  }

  private static Transition go(DayApproval approval, VersionId version, VersionState to) {
    Map<VersionState, Function<Wanted, Transition>> calls =
        Map.of(
            CHECKED, approval::check,
            SUBMITTED, approval::submit,
            APPROVED, approval::approve,
            REJECTED, approval::reject,
            PUBLISHED, approval::publish,
            WITHDRAWN, approval::withdraw);
    String by = to == CHECKED || to == SUBMITTED ? "sue" : "bob";
    return calls.get(to).apply(new Wanted(version, by, "because"));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void whatMayFollowDoesAndWhatMayNotIsRefused(String kind, VersionState from, VersionState to) {
    ApprovalMarket market = MARKETS.get(kind);
    VersionId version = market.dayAhead(next = next.plusDays(1));
    DayApproval approval = market.approval();
    WAYS.get(from).forEach(step -> go(approval, version, step));
    assertEquals(from, market.state(version));
    List<Transition> before = approval.standing(version).transitions();
    assertEquals(WAYS.get(from), before.stream().map(Transition::to).toList());
    if (ARROWS.contains(List.of(from, to))) {
      Transition done = go(approval, version, to);
      assertEquals(List.of(from, to), List.of(done.from(), done.to()));
      assertEquals(ApprovalMarket.NOW, done.at().toInstant());
      assertEquals("because", done.reason());
      assertEquals(before.size() + 1, done.step());
      assertEquals(to, market.state(version));
      return;
    }
    String said =
        assertThrows(StateChangedException.class, () -> go(approval, version, to)).getMessage();
    assertTrue(said.contains(from.word()) && said.contains(to.word()), said);
    assertEquals(before, approval.standing(version).transitions());
  }
}
