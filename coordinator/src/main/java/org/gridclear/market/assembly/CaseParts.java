package org.gridclear.market.assembly;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridclear.file.Sha256;
import org.gridclear.json.Json;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.BusLoad;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.Interchange;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.OperatingRules;
import org.gridclear.network.Network;
import org.gridclear.quantity.Horizon;

/** The parts of a case that are being changed; lives for one change. */
final class CaseParts {
  private final MarketDay of;
  String name;
  Horizon horizon;
  Network network;
  List<ThermalUnit> thermalUnits;
  List<ProfiledUnit> profiledUnits;
  List<StorageUnit> storageUnits;
  List<BusLoad> busLoads;
  List<FlexibleLoad> flexibleLoads;
  List<Interchange> interchanges;
  List<ReserveRequirement> reserves;
  List<BranchLimit> branchLimits;
  List<BranchOutage> branchOutages;
  OperatingRules rules;

  CaseParts(MarketDay of) {
    this.of = of;
    this.name = of.name();
    this.horizon = of.horizon();
    this.network = of.network();
    this.thermalUnits = of.thermalUnits();
    this.profiledUnits = of.profiledUnits();
    this.storageUnits = of.storageUnits();
    this.busLoads = of.busLoads();
    this.flexibleLoads = of.flexibleLoads();
    this.interchanges = of.interchanges();
    this.reserves = of.reserves();
    this.branchLimits = of.branchLimits();
    this.branchOutages = of.branchOutages();
    this.rules = of.rules();
  }

  MarketDay day() {
    return new MarketDay(
        name,
        of.synthetic(),
        horizon,
        network,
        thermalUnits,
        profiledUnits,
        storageUnits,
        busLoads,
        flexibleLoads,
        interchanges,
        reserves,
        branchLimits,
        branchOutages,
        of.penalties(),
        rules,
        of.currency());
  }

  /** SHA-256 of every part of a case by its name in the format. */
  static SortedMap<String, String> hashes(MarketDay day) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("network", day.network());
    parts.put("thermalUnits", day.thermalUnits());
    parts.put("profiledUnits", day.profiledUnits());
    parts.put("storageUnits", day.storageUnits());
    parts.put("busLoads", day.busLoads());
    parts.put("flexibleLoads", day.flexibleLoads());
    parts.put("interchanges", day.interchanges());
    parts.put("reserves", day.reserves());
    parts.put("branchLimits", day.branchLimits());
    parts.put("branchOutages", day.branchOutages());
    parts.put("penalties", day.penalties());
    parts.put("rules", day.rules());
    SortedMap<String, String> hashes = new TreeMap<>();
    parts.forEach(
        (name, part) -> hashes.put(name, Sha256.hex(Json.MAPPER.writeValueAsBytes(part))));
    return hashes;
  }
}
