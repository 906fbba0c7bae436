package org.gridclear.settlement.registration;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** A market of a few things, registered from 2026-01-01 on. */
public final class SmallMarket {
  /** The day on which changes are proposed. */
  public static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

  /** A record of each kind. */
  public static final String RECORDS =
      """
      {"kind": "member", "id": "north", "from": "2026-01-01", "name": "North Power", "type": "generator",
       "legalRepresentative": "Li Wei", "licenceNumber": "L-77", "licenceIssued": "2020-01-05",
       "licenceEffective": "2020-02-01", "registered": "2025-12-01", "organisationCode": "91440000", "nature": "state",
       "industry": "D4411", "bank": "6222 0001", "shareholders": ["holding:60", "city:39.9999"], "rating": "AA"},
      {"kind": "member", "id": "city", "from": "2026-01-01", "name": "City Retail", "type": "retailer"},
      {"kind": "member", "id": "gridco", "from": "2026-01-01", "name": "Grid", "type": "grid-company"},
      {"kind": "zone", "id": "east", "from": "2026-01-01", "name": "East", "zoning": "area", "buses": ["1", "2"]},
      {"kind": "zone", "id": "p-1", "from": "2026-01-01", "name": "Price 1", "zoning": "price", "buses": ["2", "3"]},
      {"kind": "price-point", "id": "b1", "from": "2026-01-01", "name": "Bus 1", "bus": "1"},
      {"kind": "price-point", "id": "z1", "from": "2026-01-01", "name": "Zone 1", "zone": "p-1"},
      {"kind": "tariff", "id": "10kV", "from": "2026-01-01", "yuanPerMwh": 189.5},
      {"kind": "grid-company", "id": "G", "from": "2026-01-01", "name": "Grid", "member": "gridco",
       "type": "provincial", "pricePoint": "z1"},
      {"kind": "retailer", "id": "R", "from": "2026-01-01", "name": "City Retail", "member": "city",
       "type": "independent", "representedMw": 100, "pricePoint": "z1", "tariff": "10kV", "grid": "G"},
      {"kind": "user", "id": "U", "from": "2026-01-01", "name": "Works", "member": "city", "type": "large-industrial",
       "voltageKv": 10, "industry": "C31", "basicCapacityMw": 12.5, "retailer": "R", "pricePoint": "z1",
       "tariff": "10kV", "grid": "G"},
      {"kind": "demand-response", "id": "D", "from": "2026-01-01", "name": "Works' response", "member": "city",
       "loadType": "own", "maximumMw": 3, "user": "U", "pricePoint": "z1"},
      {"kind": "unit", "id": "T1", "from": "2026-01-01", "name": "Coal 1", "member": "north", "type": "thermal",
       "stage": "commercial", "element": "gen-1", "capacityMw": 300, "minimumMw": 120.5, "pricePoint": "b1"},
      {"kind": "storage", "id": "S1", "from": "2026-01-01", "name": "Battery", "member": "north",
       "stage": "trial", "capacityMw": 50, "energyMwh": 100, "pricePoint": "b1"},
      {"kind": "load", "id": "L1", "from": "2026-01-01", "name": "Works' load", "member": "city", "pricePoint": "z1",
       "user": "U"},
      {"kind": "meter", "id": "M1", "from": "2026-01-01", "name": "Coal 1", "type": "gate", "multiplier": 220,
       "fullScale": 9999.9999, "member": "north", "belongsTo": "T1"},
      {"kind": "meter", "id": "M2", "from": "2026-01-01", "name": "Works", "multiplier": 1, "belongsTo": "U"},
      {"kind": "relation", "id": "r1", "from": "2026-01-01", "meter": "M1", "entity": "T1", "sign": 1, "share": 1},
      {"kind": "relation", "id": "r2", "from": "2026-01-01", "meter": "M2", "entity": "U", "sign": 1, "share": 0.6},
      {"kind": "relation", "id": "r3", "from": "2026-01-01", "meter": "M2", "entity": "R", "sign": 1, "share": 0.4},
      {"kind": "contract", "id": "C1", "from": "2026-10-01", "to": "2026-12-31", "seller": "T1", "buyer": "R",
       "form": "bilateral", "settled": "financial", "pricePoint": "b1", "market": "da", "totalMwh": 9000.0001,
       "yuanPerMwh": 401.25, "monthWeights": [1, 2, 3], "dayWeights": [3, 2, 1]},
      {"kind": "plan", "id": "P1", "from": "2026-01-01", "to": "2026-12-31", "entity": "T1", "scope": "annual",
       "totalMwh": 1200000},
      {"kind": "right", "id": "F1", "from": "2026-01-01", "entity": "R", "source": "b1", "sink": "z1", "mw": 5},
      {"kind": "foreign-id", "id": "x1", "from": "2026-01-01", "system": "trading", "foreign": "0815", "of": "unit",
       "thing": "T1"},
      {"kind": "meter-event", "id": "e1", "from": "2026-05-01", "to": "2026-05-01", "meter": "M1",
       "event": "roll-over", "time": "14:30", "lastReading": 9999.5, "firstReading": 0}
      """;

  private SmallMarket() {}

  /** Changes of some records of JSON. */
  public static List<Change> changes(String records) {
    return ChangeReader.json("changes.json", document(records));
  }

  /** A document of records. */
  public static byte[] document(String records) {
    return "{\"format\": \"gridclear-registry\", \"version\": 1, \"records\": [%s]}"
        .formatted(records)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The market as a state. */
  public static RegistryState state() {
    return new RegistryRules(RegistryLimits.STANDARD)
        .judge("small", RegistryState.EMPTY, changes(RECORDS), LocalDate.of(2026, 1, 1))
        .plan()
        .after();
  }
}
