package org.gridclear.io.rtsgmlc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.io.CsvTable;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.Scope;
import org.gridclear.network.Bus;
import org.gridclear.network.Network;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;

/** Reads reserves.csv: products, who may give them, how much is required. */
final class ReserveTable {
  private static final Map<String, ReserveProduct.Kind> KINDS =
      Map.of(
          "Spin", ReserveProduct.Kind.SPINNING,
          "Flex", ReserveProduct.Kind.SPINNING,
          "Reg", ReserveProduct.Kind.REGULATION);

  private record Reserve(
      ReserveProduct product, Set<String> areas, Set<String> categories, Series mw) {}

  private final List<Reserve> reserves = new ArrayList<>();
  private final Set<String> areas;
  private final IssueLog log;

  ReserveTable(Tables tables, Network network, DaySeries series, Clock clock, IssueLog log) {
    this.areas = network.buses().stream().map(Bus::zone).collect(Collectors.toSet());
    this.log = log;
    List<CsvTable.Row> rows = tables.table("reserves").map(CsvTable::rows).orElse(List.of());
    rows.forEach(row -> read(row, series, clock));
    List<String> known = rows.stream().map(row -> row.text("Reserve Product")).toList();
    for (String object : series.objects("Reserve")) {
      if (!known.contains(object)) {
        log.add(
            Rule.REFERENCE_EXISTS,
            "series of reserve",
            "Object",
            object,
            NearestName.advice(object, known));
      }
    }
  }

  private void read(CsvTable.Row row, DaySeries series, Clock clock) {
    String id = row.text("Reserve Product");
    String kind = id.replaceFirst("_.*", "");
    Set<String> regions = new LinkedHashSet<>(Names.list(row.text("Eligible Regions")));
    Set<String> categories =
        new LinkedHashSet<>(Names.list(row.text("Eligible Device SubCategories")));
    List<String> devices = Names.list(row.text("Eligible Device Categories"));
    double minutes = row.number("Timeframe (sec)") / 60;
    String direction = row.text("Direction");
    double constant = row.number("Requirement (MW)");
    if (!clock.products().isEmpty() && !clock.products().contains(id.replaceFirst("_R\\w+$", ""))) {
      log.notice(
          Rule.FIELD_USED,
          "reserve",
          id,
          "Requirement (MW)",
          constant,
          "Reserve_Products of the simulation does not schedule it.");
      return;
    }
    boolean readable =
        delivered(row, minutes)
            & one(row, "Reserve Product", id, kind, KINDS.keySet())
            & one(row, "Direction", direction, direction, Set.of("Up", "Down"))
            & regions.stream().allMatch(r -> one(row, "Eligible Regions", r, r, areas))
            & devices.stream()
                .allMatch(d -> one(row, "Eligible Device Categories", d, d, Set.of("Generator")));
    if (readable) {
      ReserveProduct.Direction way =
          direction.equals("Up") ? ReserveProduct.Direction.UP : ReserveProduct.Direction.DOWN;
      reserves.add(
          new Reserve(
              new ReserveProduct(id, Objects.requireNonNull(KINDS.get(kind)), way, minutes),
              regions,
              categories,
              series
                  .of("Reserve", id, "Requirement")
                  .orElse(Series.constant(constant, clock.horizon().periodCount()))));
    }
  }

  private boolean delivered(CsvTable.Row row, double minutes) {
    if (minutes > 0) {
      return true;
    }
    log.add(
        Rule.LIMITS_ORDERED,
        row.place(),
        "Timeframe (sec)",
        60 * minutes,
        "Give the seconds within which the reserve comes, more than 0.");
    return false;
  }

  private boolean one(
      CsvTable.Row row, String field, String value, String meant, Set<String> known) {
    if (known.contains(meant)) {
      return true;
    }
    log.add(Rule.FIELD_TYPE, row.place(), field, value, NearestName.advice(meant, known));
    return false;
  }

  List<ReserveProduct> products() {
    return reserves.stream().map(Reserve::product).toList();
  }

  /** The products that a unit of an area and a category of gen.csv may give. */
  Set<String> of(String area, String category) {
    return reserves.stream()
        .filter(r -> r.areas().contains(area) && r.categories().contains(category))
        .map(r -> r.product().id())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The requirements.
   *
   * @param held per category of gen.csv whether the clearing holds reserve at its units
   */
  List<ReserveRequirement> requirements(Map<String, Boolean> held) {
    List<ReserveRequirement> list = new ArrayList<>();
    for (Reserve reserve : reserves) {
      String id = reserve.product().id();
      for (String category : reserve.categories()) {
        if (Boolean.FALSE.equals(held.get(category))) {
          log.notice(
              Rule.TAKEN_AS,
              "reserve",
              id,
              "Eligible Device SubCategories",
              category,
              "Reserve is held by units with commitment; the category gives none.");
        } else if (!held.containsKey(category)) {
          log.notice(
              Rule.TAKEN_AS,
              "reserve",
              id,
              "Eligible Device SubCategories",
              category,
              "No unit of gen.csv has this Category. "
                  + NearestName.advice(category, held.keySet()));
        }
      }
      list.add(
          new ReserveRequirement(id, id, scope(reserve.areas()), reserve.mw(), 0, 0, false, -1));
    }
    return list;
  }

  private Scope scope(Set<String> of) {
    // Which units give a product is said by the units; a zone says more only of their place.
    return of.size() == 1 && areas.size() > 1
        ? new Scope(List.of(), "", of.iterator().next())
        : Scope.SYSTEM;
  }
}
