package org.gridclear.settlement.reader.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.folder.CsvTable;
import org.gridclear.settlement.folder.CsvTable.Row;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.input.SettlementColumn.Measure;
import org.gridclear.settlement.registry.Contract;
import org.gridclear.settlement.registry.ContractKind;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.MarketMode;
import org.gridclear.settlement.registry.Member;
import org.gridclear.settlement.registry.Meter;
import org.gridclear.settlement.registry.MeterRelation;
import org.gridclear.settlement.registry.Registry;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.settlement.registry.Tariff;
import org.gridclear.settlement.registry.TransmissionRight;
import org.gridclear.settlement.registry.UnitOffer;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Reads the registry of a settlement folder: members, entities, meters, contracts and the rest. */
public final class RegistryReader {

  private final InputFiles files;
  private final MarketMode mode;
  private final List<IssueLog> logs = new ArrayList<>();

  /**
   * Reads a registry.
   *
   * @param mode what contracts are that do not name their kind
   */
  public RegistryReader(InputFiles files, MarketMode mode) {
    this.files = files;
    this.mode = mode;
  }

  public List<IssueLog> logs() {
    return logs;
  }

  public Registry read() {
    Registry registry =
        new Registry(
            records(
                "members.csv",
                true,
                this::member,
                "member,name;type,bank,from,to",
                Member::id,
                Member::validity),
            records(
                "entities.csv",
                true,
                this::entity,
                "entity,member,class,point;name,tariff,capacityMw,minimumMw,obligationMw,heldMw,aggregator,grid,from,to",
                SettlementEntity::id,
                SettlementEntity::validity),
            optional(
                "meters.csv",
                this::meter,
                "meter;multiplier,fullScale,from,to",
                Meter::id,
                Meter::validity),
            optional(
                "relations.csv",
                this::relation,
                "meter,entity;sign,share,from,to",
                relation -> relation.meter() + " of " + relation.entity(),
                MeterRelation::validity),
            optional(
                "contracts.csv",
                this::contract,
                "contract,seller,buyer,point;market,kind,withheld,from,to",
                Contract::id,
                Contract::validity),
            optional(
                "tariffs.csv",
                this::tariff,
                "tariff,yuanPerMwh;from,to",
                Tariff::id,
                Tariff::validity),
            optional(
                "rights.csv",
                this::right,
                "right,entity,source,sink,mw;from,to",
                TransmissionRight::id,
                TransmissionRight::validity),
            optional(
                "offers.csv",
                this::offer,
                "entity,segments;noLoadYuanPerH,startUpYuan,from,to",
                UnitOffer::entity,
                UnitOffer::validity));
    new RegistryCheck(registry, logs).run();
    return registry;
  }

  private <T> List<T> optional(
      String file,
      Function<Row, Optional<T>> reader,
      String columns,
      Function<T, String> id,
      Function<T, Validity> validity) {
    return records(file, false, reader, columns, id, validity);
  }

  private <T> List<T> records(
      String file,
      boolean mandatory,
      Function<Row, Optional<T>> reader,
      String columns,
      Function<T, String> id,
      Function<T, Validity> validity) {
    IssueLog log = new IssueLog(file);
    logs.add(log);
    Map<String, List<T>> ofId = new HashMap<>();
    List<T> list = new ArrayList<>();
    String[] parts = columns.split(";", 2);
    List<String> optional = parts.length < 2 ? List.of() : List.of(parts[1].split(","));
    CsvTable table = CsvTable.read(files, file, mandatory, log, optional, parts[0].split(","));
    for (Row row : table.rows()) {
      reader
          .apply(row)
          .ifPresent(
              each -> {
                List<T> others = ofId.computeIfAbsent(id.apply(each), key -> new ArrayList<>(1));
                if (others.stream()
                    .anyMatch(o -> validity.apply(o).overlaps(validity.apply(each)))) {
                  row.report(
                      Rule.RECORDS_APART,
                      "from",
                      id.apply(each),
                      "End the record before, or start this one later.");
                }
                others.add(each);
                list.add(each);
              });
    }
    return list;
  }

  private Optional<Member> member(Row row) {
    return Optional.of(
        new Member(
            row.text("member"),
            row.text("name"),
            row.text("type", ""),
            row.text("bank", ""),
            row.validity()));
  }

  private Optional<SettlementEntity> entity(Row row) {
    String label = row.text("class");
    Optional<EntityClass> entityClass = EntityClass.of(label);
    if (entityClass.isEmpty()) {
      row.report(
          Rule.FIELD_TYPE,
          "class",
          label,
          "Give one of %s."
              .formatted(Arrays.stream(EntityClass.values()).map(EntityClass::label).toList()));
      return Optional.empty();
    }
    String id = row.text("entity");
    return Optional.of(
        new SettlementEntity(
            id,
            row.text("member"),
            row.text("name", id),
            entityClass.get(),
            row.text("point"),
            row.text("tariff", ""),
            mw(row, "capacityMw"),
            mw(row, "minimumMw"),
            mw(row, "obligationMw"),
            mw(row, "heldMw"),
            row.text("aggregator", ""),
            row.text("grid", ""),
            row.validity()));
  }

  /** What is not given is empty, not 0; a rule that asks for it refuses the day. */
  private static OptionalLong mw(Row row, String column) {
    return row.text(column, "").isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(row.number(column, Measure.MW.decimals(), Measure.MW.bound(), null));
  }

  /** A column that the file leaves out has its default; one that is there is given in every row. */
  private static long inEveryRow(
      Row row, String column, int decimals, long bound, String byDefault) {
    return row.number(column, decimals, bound, row.has(column) ? null : byDefault);
  }

  private Optional<Meter> meter(Row row) {
    return Optional.of(
        new Meter(
            row.text("meter"),
            inEveryRow(row, "multiplier", 4, 10_000_000_000L, "1"),
            inEveryRow(row, "fullScale", 4, 100_000_000_000_000L, "0"),
            row.validity()));
  }

  private Optional<MeterRelation> relation(Row row) {
    long sign = inEveryRow(row, "sign", 0, 1, "1");
    if (sign == 0) {
      row.report(Rule.FIELD_TYPE, "sign", 0, "Give 1 or -1.");
    }
    return Optional.of(
        new MeterRelation(
            row.text("meter"),
            row.text("entity"),
            (int) sign,
            inEveryRow(row, "share", 6, MeterRelation.WHOLE, "1"),
            row.validity()));
  }

  private Optional<Contract> contract(Row row) {
    String market = row.text("market", "da");
    if (!market.equals("da") && !market.equals("rt")) {
      row.report(Rule.FIELD_TYPE, "market", market, "Give da or rt.");
    }
    String kind = row.text("kind", ContractKind.of(mode).label());
    if (ContractKind.of(kind).isEmpty()) {
      row.report(Rule.FIELD_TYPE, "kind", kind, "Give financial or physical.");
    }
    return Optional.of(
        new Contract(
            row.text("contract"),
            row.text("seller"),
            row.text("buyer"),
            row.text("point"),
            market.equals("rt"),
            ContractKind.of(kind).orElse(ContractKind.of(mode)),
            row.text("withheld", ""),
            row.validity()));
  }

  private Optional<Tariff> tariff(Row row) {
    return Optional.of(
        new Tariff(
            row.text("tariff"),
            row.number("yuanPerMwh", 3, Measure.PRICE.bound(), null),
            row.validity()));
  }

  private Optional<TransmissionRight> right(Row row) {
    return Optional.of(
        new TransmissionRight(
            row.text("right"),
            row.text("entity"),
            row.text("source"),
            row.text("sink"),
            row.number("mw", Measure.MW.decimals(), Measure.MW.bound(), null),
            row.validity()));
  }

  private Optional<UnitOffer> offer(Row row) {
    String text = row.text("segments");
    String[] segments = text.split(";");
    long[] upto = new long[segments.length];
    long[] price = new long[segments.length];
    try {
      for (int k = 0; k < segments.length; k++) {
        String[] pair = segments[k].split(":", -1);
        upto[k] = FixedPoint.parse(pair[0], 4);
        price[k] = FixedPoint.parse(pair.length == 2 ? pair[1] : "", 3);
        boolean rising = k == 0 ? upto[k] > 0 : upto[k] > upto[k - 1] && price[k] >= price[k - 1];
        if (!rising || upto[k] > Measure.MW.bound() || Math.abs(price[k]) > Measure.PRICE.bound()) {
          row.report(
              Rule.OFFER_RISING,
              "segments",
              segments[k],
              "Ends rise, prices do not fall, both in bounds.");
          return Optional.empty();
        }
      }
    } catch (NumberFormatException | ArithmeticException e) {
      row.report(
          Rule.FIELD_TYPE, "segments", text, "Give 'uptoMw:yuanPerMwh;…', 4 and 3 decimals.");
      return Optional.empty();
    }
    return Optional.of(
        new UnitOffer(
            row.text("entity"),
            row.number("noLoadYuanPerH", 3, Measure.YUAN_PER_H.bound(), null),
            row.number("startUpYuan", 3, Measure.YUAN.bound(), null),
            upto,
            price,
            row.validity()));
  }
}
