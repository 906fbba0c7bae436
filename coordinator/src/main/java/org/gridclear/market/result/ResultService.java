package org.gridclear.market.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.figures.ResultFigures;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultKind;
import org.gridclear.table.Column;
import org.gridclear.table.RowRange;
import org.gridclear.table.Table;
import org.gridclear.validate.UnknownNameException;

/**
 * Results of days that can be asked for. Every answer says which dates of its range it does not
 * have, and what somebody must know before it is used; what the viewer may not see is as if it were
 * not there.
 *
 * @param store the versions and their blocks
 * @param more what else is to be known of a version
 */
public record ResultService(DayStore store, VersionNotices more) {
  /** Results of whose versions nothing is known beside their alarms. */
  public ResultService(DayStore store) {
    this(store, VersionNotices.NONE);
  }

  private ResultAnswer told(
      Viewer viewer, List<DayQuery> queries, ResultKind kind, ResultAnswer answer) {
    List<String> alarms = new ArrayList<>(answer.alarms());
    for (DayQuery query : queries) {
      more.of(BlockSource.choose(store, viewer, query, kind).versions(), viewer)
          .forEach(
              (version, lines) -> lines.forEach(line -> alarms.add(version.text() + ": " + line)));
    }
    return new ResultAnswer(
        answer.table(),
        answer.total(),
        answer.missing(),
        alarms.stream().distinct().toList(),
        answer.notices());
  }

  /**
   * Versions of a market, by date, run and number.
   *
   * @throws NoResultsException if there is none
   */
  public ResultAnswer versions(Viewer viewer, Market market, LocalDate from, LocalDate to) {
    List<Object[]> rows = new ArrayList<>();
    List<String> alarms = new ArrayList<>();
    DayQuery query = DayQuery.of(market, from, to);
    Chosen chosen = BlockSource.choose(store, viewer, query, ResultKind.PRICES);
    List<DayVersion> versions =
        store.versions(market, from, to).stream().filter(viewer::sees).toList();
    for (DayVersion version : versions) {
      List<String> told = version.alarms().stream().map(viewer::told).toList();
      told.forEach(alarm -> alarms.add(version.text() + ": " + alarm));
      rows.add(
          new Object[] {
            version.key().date(),
            (long) version.key().cycle(),
            (long) version.version(),
            version.state(),
            version.made().at().toString(),
            viewer.scope().isAll() ? version.made().by() : "",
            version.made().build(),
            version.caseHash(),
            version.outcomeHash(),
            String.join(" ", told)
          });
    }
    Table table =
        new Table(
            "versions",
            "Versions of days of " + DayKey.word(market) + ".",
            List.of(
                new Column("date", Column.Type.DATE, "Trading date."),
                Column.whole("cycle", "Number of the run of the day."),
                Column.whole("version", "Number of the version."),
                Column.text("state", "What has become of it."),
                Column.text("madeAt", "When it was appended, UTC."),
                Column.text("madeBy", "Account that asked for it; told to who sees everything."),
                Column.text("build", "The build that cleared it."),
                Column.text("caseHash", "SHA-256 of its case."),
                Column.text("outcomeHash", "Hash of schedule, prices and objective."),
                Column.text("alarms", "What somebody must know before it is used.")),
            rows);
    return told(
        viewer,
        List.of(query),
        ResultKind.PRICES,
        new ResultAnswer(table, rows.size(), chosen.missing(), alarms, List.of()));
  }

  /**
   * Rows of a kind.
   *
   * @throws NoResultsException if no date of the range has a version
   * @throws UnknownNameException if nothing in the range has a name that is asked for
   */
  public ResultAnswer rows(Viewer viewer, DayQuery query, ResultKind kind, RowRange pages) {
    return told(viewer, List.of(query), kind, RowsOfDays.of(store, viewer, query, kind, pages));
  }

  /**
   * Series of one version as charts show them.
   *
   * @throws NoResultsException if there is none that the viewer may see
   * @throws IllegalArgumentException if the query is not of one run
   */
  public ResultFigures figures(Viewer viewer, DayQuery query, String currency) {
    return DayFigures.of(store, viewer, query, currency);
  }

  /**
   * Figures of a column by groups, or its duration curve.
   *
   * @throws NoResultsException if no date of the range has a version
   * @throws UnknownNameException if there is no such column, group or name
   * @throws IllegalArgumentException if two runs of the range cover the same time
   */
  public ResultAnswer statistics(
      Viewer viewer, DayQuery query, ResultKind kind, StatisticsQuery asked) {
    return told(viewer, List.of(query), kind, Statistics.of(store, viewer, query, kind, asked));
  }

  /**
   * Load or output of all elements of a type or a member, by period, or its energy.
   *
   * @throws NoResultsException if no date of the range has a version
   * @throws IllegalArgumentException if energy is asked for and two runs cover the same time
   */
  public ResultAnswer curves(Viewer viewer, DayQuery query, CurveQuery asked) {
    return told(viewer, List.of(query), asked.kind(), GroupCurves.of(store, viewer, query, asked));
  }

  /**
   * How the price of each zone went over each date.
   *
   * @throws NoResultsException if no date of the range has a version
   */
  public ResultAnswer priceChanges(Viewer viewer, DayQuery query) {
    return told(
        viewer, List.of(query), ResultKind.ZONE_PRICES, PriceChanges.of(store, viewer, query));
  }

  /**
   * The price of a bus beside the units, loads and storages there.
   *
   * @throws NoResultsException if no date of the range has a version
   */
  public ResultAnswer atBus(Viewer viewer, DayQuery query, RowRange pages) {
    return told(
        viewer, List.of(query), ResultKind.PRICES, BusTable.of(store, viewer, query, pages));
  }

  /**
   * Two runs side by side.
   *
   * @throws NoResultsException if there is no version of one of them
   */
  public ResultAnswer compare(Viewer viewer, DayQuery first, DayQuery second, ResultKind kind) {
    return told(
        viewer, List.of(first, second), kind, Comparison.of(store, viewer, first, second, kind));
  }
}
