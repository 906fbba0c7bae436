package org.gridclear.market.assembly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridclear.market.MarketDay;
import org.gridclear.market.intake.KnownPieces;
import org.gridclear.market.series.DecimalColumn;
import org.gridclear.market.series.SeriesChoice;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.series.SeriesSet;
import org.gridclear.market.series.Step;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** A case that is being made: what it is so far, from which pieces, and what is wrong with it. */
final class Draft {
  private static final int MINUTES_PER_HOUR = 60;

  private final AssemblyRequest request;
  private final PeriodGrid grid;
  private final KnownPieces known;
  private final IssueLog log;
  private final Set<Piece> pieces = new TreeSet<>();
  private final Set<SeriesSet> used = new LinkedHashSet<>();
  private final List<SeriesSet> joined = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final List<String> late = new ArrayList<>();
  private MarketDay day;

  Draft(AssemblyRequest request, PeriodGrid grid, KnownPieces known, MarketDay day) {
    this.request = request;
    this.grid = grid;
    this.known = known;
    this.day = day;
    this.log =
        new IssueLog("case of %s %s".formatted(request.gate().label(), request.gate().date()));
  }

  AssemblyRequest request() {
    return request;
  }

  PeriodGrid grid() {
    return grid;
  }

  MarketDay day() {
    return day;
  }

  void become(MarketDay changed) {
    day = changed;
  }

  /** A version that the case is made from; one that was recorded after the gate is told. */
  void add(PieceVersion version) {
    pieces.add(Piece.of(version));
    if (version.recordedAt().isAfter(request.gate().at())) {
      late.add(
          "%s %s from %s was recorded at %s, after the gate; it says that it was known at %s."
              .formatted(
                  version.key().kind(),
                  version.key().id(),
                  version.facts().source(),
                  grid.clock().show(version.recordedAt()),
                  grid.clock().show(version.facts().knownAt()))
              .replace("  ", " "));
    }
  }

  List<String> late() {
    return late;
  }

  void add(Piece piece) {
    pieces.add(piece);
  }

  void notice(String text) {
    notices.add(text);
  }

  IssueLog log() {
    return log;
  }

  Set<Piece> pieces() {
    return pieces;
  }

  /** What the rules have to hold for: deliveries that were used, and what was joined of several. */
  List<SeriesSet> checked() {
    List<SeriesSet> checked = new ArrayList<>(used);
    checked.addAll(joined);
    return checked;
  }

  List<String> notices() {
    return notices;
  }

  /** What was known of a kind in the time of the case. */
  SeriesChoice choice(SeriesKind kind) {
    return known.choice(kind, grid.start(), grid.end());
  }

  /** Subjects of a kind that was known in the time of the case. */
  List<String> subjects(SeriesChoice choice) {
    return choice.subjects(grid.start(), grid.end());
  }

  /**
   * The values of a subject, one a period; where one is missing, that is reported with its time,
   * and nothing is given.
   */
  Optional<List<BigDecimal>> values(SeriesChoice choice, SeriesKind kind, String subject) {
    List<Optional<BigDecimal>> values =
        choice.over(subject, grid.start(), grid.minutes(), grid.count());
    take(choice);
    int missing = 0;
    int first = -1;
    for (int t = 0; t < values.size(); t++) {
      if (values.get(t).isEmpty()) {
        first = first < 0 ? t : first;
        missing++;
      }
    }
    if (missing > 0) {
      log.add(
          Rule.INTERVALS_WHOLE,
          "%s of %s".formatted(kind, subject),
          grid.show(first),
          missing == 1
              ? "absent"
              : "absent, and in %d more of %d periods".formatted(missing - 1, grid.count()),
          "Nothing of it was known at the gate (%s); import it, or move the gate."
              .formatted(grid.clock().show(request.gate().at())));
      return Optional.empty();
    }
    return Optional.of(values.stream().map(Optional::orElseThrow).toList());
  }

  /** Says which subjects of a kind were known in the time of the case and are not used. */
  void unused(SeriesChoice choice, SeriesKind kind, Collection<String> used) {
    List<String> others = new ArrayList<>(subjects(choice));
    others.removeAll(used);
    if (!others.isEmpty()) {
      notice(
          "Not used, as the network version has nothing to use it for: %s of %s."
              .formatted(kind, String.join(", ", others)));
    }
  }

  /**
   * Notes values that come from several deliveries, each of which may be right by itself.
   *
   * @param values one a period, by subject
   */
  void join(SeriesChoice choice, SeriesKind kind, SortedMap<String, List<BigDecimal>> values) {
    SeriesSet last = Collections.max(choice.used(), Comparator.comparing(SeriesSet::knownAt));
    int step = Math.min(grid.minutes(), MINUTES_PER_HOUR);
    int steps = grid.minutes() / step;
    SortedMap<String, DecimalColumn> columns = new TreeMap<>();
    values.forEach(
        (subject, mw) ->
            columns.put(
                subject,
                DecimalColumn.of(
                    mw.stream()
                        .flatMap(value -> Collections.nCopies(steps, Optional.of(value)).stream())
                        .toList())));
    joined.add(
        new SeriesSet(
            kind,
            last.source(),
            last.knownAt(),
            grid.clock().zone().getId(),
            Step.minutes(step),
            grid.start(),
            columns));
  }

  /** Notes the deliveries from which values were taken. */
  void take(SeriesChoice choice) {
    for (SeriesSet set : choice.used()) {
      if (used.add(set)) {
        add(Objects.requireNonNull(known.versionOf(set)));
      }
    }
  }

  static Series series(List<BigDecimal> values) {
    return Series.of(values.stream().mapToDouble(BigDecimal::doubleValue).toArray());
  }
}
