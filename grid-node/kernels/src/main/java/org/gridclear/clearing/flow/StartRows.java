package org.gridclear.clearing.flow;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.model.ClearingGrid.Monitored;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.warmstart.KnownCuts;
import org.gridclear.clearing.warmstart.LossPoint;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.solver.Basis;
import org.gridclear.solver.SolverSession;

/**
 * What passes from the solved model of one case to that of another: flow rows, by the names of
 * their elements and outages, and the basis of the relaxation.
 */
public final class StartRows {
  private static final double DUAL_MIN = 1e-9;

  private final ClearingModel model;
  private final ClearingGrid grid;
  private final FlowRows flowRows;
  private final Map<String, Integer> elements = new HashMap<>();
  private final Map<String, Integer> outages = new HashMap<>();

  /** Rows of a model that an earlier clearing found binding. */
  public StartRows(ClearingModel model, ClearingGrid grid, FlowRows flowRows) {
    this.model = model;
    this.grid = grid;
    this.flowRows = flowRows;
    for (int e = 0; e < grid.monitored().size(); e++) {
      elements.put(grid.monitored().get(e).constraint() + grid.monitored().get(e).id(), e);
    }
    outages.put("", -1);
    for (int k = 0; k < grid.outages().size(); k++) {
      outages.put(grid.outages().get(k).id(), k);
    }
  }

  /**
   * Adds the rows of a start, as far as this case has their elements and outages, and tangents of
   * losses at its flows.
   *
   * @param known cuts that hold, whose rows come next
   * @return the basis of the start for these rows and those; none if the models differ
   */
  public Basis addAll(SolverSession session, WarmStart start, KnownCuts known) {
    int columnCount = model.linear().columnCount();
    int rowCount = model.linear().rowCount();
    // What a basis with cuts says of tangents is not handed on.
    boolean withCuts =
        start.lossPoints().isEmpty()
            && known.flows().size() == start.rows().size()
            && known.basis().fits(columnCount, rowCount + known.cuts().size());
    Map<FlowSide, WarmStart.RowStatus> statuses = new HashMap<>();
    for (int i = 0; i < start.rows().size(); i++) {
      WarmStart.RowStatus status = withCuts ? known.flows().get(i) : start.rows().get(i).status();
      add(session, start.rows().get(i)).ifPresent(side -> statuses.put(side, status));
    }
    Map<Integer, Byte> tangents = flowRows.losses().addAll(session, start.lossPoints());
    int cuts = withCuts ? known.cuts().size() : 0;
    Basis basis = withCuts ? known.basis() : start.basis();
    if (!basis.fits(columnCount, rowCount + cuts)) {
      return Basis.NONE;
    }
    byte[] columns = Arrays.copyOf(basis.columns(), columnCount + flowRows.columnCount());
    int before = rowCount + flowRows.rowCount();
    byte[] rows = Arrays.copyOf(Arrays.copyOf(basis.rows(), rowCount), before + cuts);
    System.arraycopy(basis.rows(), rowCount, rows, before, cuts);
    tangents.forEach((row, status) -> rows[row] = status);
    for (FlowRows.Row row : flowRows.rows()) {
      WarmStart.RowStatus status = Objects.requireNonNull(statuses.get(row.side()));
      rows[row.row()] = status.row();
      columns[row.overload().over()] = status.over();
      if (row.overload().under() >= 0) {
        columns[row.overload().under()] = status.under();
      }
    }
    return new Basis(columns, rows);
  }

  /** Whether the model has neither rows of flows nor tangents of losses yet. */
  public boolean none() {
    return flowRows.rowCount() == 0;
  }

  /** Adds the rows of a start and its tangents of losses to those that there are. */
  public void addMore(SolverSession session, WarmStart start) {
    start.rows().forEach(row -> add(session, row));
    flowRows.losses().addAll(session, start.lossPoints());
  }

  /** Adds a row by its names; empty where this case has no such element or outage. */
  private Optional<FlowSide> add(SolverSession session, WarmStart.Row row) {
    Integer element = elements.get(row.constraint() + row.element());
    Integer outage = outages.get(row.outage());
    if (element == null || outage == null || row.period() >= model.periodCount()) {
      return Optional.empty();
    }
    FlowSide side = new FlowSide(new FlowRowKey(element, outage, row.period()), row.reverse());
    flowRows.add(session, side);
    return Optional.of(side);
  }

  /**
   * Adds what only the same case can start from: the rows of its cuts, as each of them is violated
   * where the last clearing ended.
   */
  public void addOwn(SolverSession session, FlowOffsets cuts) {
    cuts.cuts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(cut -> flowRows.add(session, FlowSide.of(cut.getKey(), cut.getValue())));
  }

  /** Adds the rows of cuts that no scan finds: of flowgates, after outages of units and buses. */
  public void addUnscanned(SolverSession session, FlowOffsets cuts) {
    cuts.cuts().entrySet().stream()
        .filter(cut -> cut.getKey().outage() >= 0)
        .filter(cut -> unscanned(cut.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(cut -> flowRows.add(session, FlowSide.of(cut.getKey(), cut.getValue())));
  }

  private boolean unscanned(FlowRowKey key) {
    return grid.monitored().get(key.element()).isFlowgate()
        || grid.outages().get(key.outage()).lost() != null;
  }

  /**
   * What a case hands on: of the rows those that bind, in the relaxation or in the end, tangents of
   * losses among them. The others came when the dispatch was still far from this one, and each has
   * an entry for every bus.
   *
   * @param rowDuals of the dispatch in the end
   * @param relaxed basis of the relaxation with the flow rows that it had
   * @param dispatched basis of a dispatch, or none
   * @param cuts that the relaxation needed
   * @param raised basis of the relaxation with them
   */
  public WarmStart handedOn(
      boolean[][] committed,
      double[] rowDuals,
      Basis relaxed,
      Basis dispatched,
      KnownCuts cuts,
      Basis raised) {
    List<FlowRows.Row> kept =
        flowRows.rows().stream()
            .filter(
                row ->
                    Math.abs(rowDuals[row.row()]) > DUAL_MIN
                        || status(relaxed.rows(), row.row(), Basis.BASIC) != Basis.BASIC)
            .toList();
    List<LossPoint> losses =
        flowRows.losses().handedOn(rowDuals, row -> status(relaxed.rows(), row, Basis.BASIC));
    return new WarmStart(
        committed,
        kept.stream().map(row -> named(row, relaxed)).toList(),
        ofModel(relaxed),
        ofModel(dispatched),
        cuts.with(kept.stream().map(row -> status(row, raised)).toList()),
        losses);
  }

  /** What a basis says of the model without the rows that came later. */
  private Basis ofModel(Basis basis) {
    int columnCount = model.linear().columnCount();
    int rowCount = model.linear().rowCount();
    return basis.columns().length < columnCount || basis.rows().length < rowCount
        ? Basis.NONE
        : new Basis(
            Arrays.copyOf(basis.columns(), columnCount), Arrays.copyOf(basis.rows(), rowCount));
  }

  private WarmStart.Row named(FlowRows.Row row, Basis relaxed) {
    Monitored element = grid.monitored().get(row.key().element());
    return new WarmStart.Row(
        element.constraint(),
        element.id(),
        row.outage(),
        row.side().reverse(),
        row.period(),
        status(row, relaxed));
  }

  private static WarmStart.RowStatus status(FlowRows.Row row, Basis basis) {
    return new WarmStart.RowStatus(
        status(basis.rows(), row.row(), Basis.BASIC),
        status(basis.columns(), row.overload().over(), Basis.AT_LOWER),
        row.overload().under() < 0
            ? Basis.AT_LOWER
            : status(basis.columns(), row.overload().under(), Basis.AT_LOWER));
  }

  /** A row or column that came after the relaxation binds nothing. */
  private static byte status(byte[] statuses, int handle, byte otherwise) {
    return handle < statuses.length ? statuses[handle] : otherwise;
  }
}
