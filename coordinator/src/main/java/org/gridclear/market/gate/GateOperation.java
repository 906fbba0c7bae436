package org.gridclear.market.gate;

import static org.gridclear.market.declaration.check.DeclarationRule.MARKET_KNOWN;
import static org.gridclear.market.declaration.check.DeclarationRule.OWNER_AT_GATE;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridclear.file.Sha256;
import org.gridclear.io.declaration.DeclarationReader;
import org.gridclear.market.declaration.Declaration;
import org.gridclear.market.declaration.RegisteredUnit;
import org.gridclear.market.declaration.Slot;
import org.gridclear.market.declaration.UnitRegister;
import org.gridclear.market.declaration.Withdrawal;
import org.gridclear.market.declaration.check.DeclarationCheck;
import org.gridclear.market.declaration.check.Objection;
import org.gridclear.market.store.declaration.ClosedGate;
import org.gridclear.market.store.declaration.DeclarationStore;
import org.gridclear.market.store.declaration.StoredDeclaration;
import org.gridclear.market.store.declaration.StoredOffer;
import org.gridclear.market.store.declaration.StoredText;

/**
 * What is in force at the gate of a date: one offer a unit, or the default with where it is from.
 * The first one who asks after the gate has it kept; it is the same for all who ask later, whatever
 * becomes of the registry.
 *
 * @param store declarations
 * @param units who owns what
 * @param parameters what markets take
 * @param clock the time
 */
public record GateOperation(
    DeclarationStore store, UnitRegister units, MarketParameters parameters, Clock clock) {
  /**
   * What is in force for a date.
   *
   * @param by account, written beside a gate that this closes
   * @throws IllegalArgumentException if the market takes no declarations for the date
   */
  public GateReport inForce(String market, LocalDate date, String by) {
    MarketParameters.Version version =
        parameters
            .on(market, date)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        new Objection(
                                MARKET_KNOWN,
                                "market",
                                "%s on %s".formatted(market, date),
                                "Give it parameters: gridclear declarations set-parameters.")
                            .line()));
    Optional<ClosedGate> kept = store.closedGate(market, date);
    if (kept.isPresent()) {
      return kept(version, date, kept.get());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<RegisteredUnit> registered = units.now().units(date);
    Instant gate = version.values().gate().of(date, parameters.zone());
    if (now.isBefore(gate)) {
      return computed(version, date, registered, store.ofDate(market, date), GateReport.State.OPEN);
    }
    return store.write(
        ledger -> {
          if (ledger.isClosed(market, date)) {
            return kept(version, date, store.closedGate(market, date).orElseThrow());
          }
          GateReport report =
              computed(
                  version, date, registered, ledger.ofDate(market, date), GateReport.State.CLOSED);
          if (report.state() == GateReport.State.CLOSED) {
            ledger.close(market, date, now, by, report.kept());
          }
          return report;
        });
  }

  private GateReport computed(
      MarketParameters.Version version,
      LocalDate date,
      List<RegisteredUnit> registered,
      List<StoredDeclaration> declared,
      GateReport.State state) {
    Map<String, StoredDeclaration> last = new TreeMap<>();
    declared.forEach(each -> last.put(each.slot() + " " + each.unit(), each));
    Map<String, List<StoredText>> references =
        store.references(version.values().market()).stream()
            .collect(Collectors.groupingBy(StoredText::key));
    List<OfferInForce> offers = new ArrayList<>();
    List<Objection> objections = new ArrayList<>();
    for (RegisteredUnit unit : registered) {
      UnitAtGate atGate =
          unitAtGate(version, date, unit, references.getOrDefault(unit.id(), List.of()));
      for (Slot slot : Slot.values()) {
        Optional<StoredDeclaration> own = Optional.ofNullable(last.remove(slot + " " + unit.id()));
        atGate.inForce(slot, own, objections).ifPresent(offers::add);
      }
    }
    last.values().stream()
        .filter(each -> !each.kind().equals(Withdrawal.KIND))
        .forEach(each -> objections.add(notRegistered(each)));
    boolean incomplete = Objection.refuse(objections) && state == GateReport.State.CLOSED;
    return new GateReport(
        version.values().gate().of(date, parameters.zone()),
        incomplete ? GateReport.State.INCOMPLETE : state,
        version,
        offers,
        objections);
  }

  private static Objection notRegistered(StoredDeclaration declared) {
    return new Objection(
        OWNER_AT_GATE,
        declared.unit() + " " + declared.slot().label(),
        "receipt %d of %s".formatted(declared.number(), declared.member()),
        "The unit is not registered on the date any more; the declaration is not in force.");
  }

  private UnitAtGate unitAtGate(
      MarketParameters.Version version,
      LocalDate date,
      RegisteredUnit unit,
      List<StoredText> references) {
    var defaults = version.values().defaults();
    String market = version.values().market();
    return new UnitAtGate(
        unit,
        date,
        new DeclarationCheck(
            version.values(), unit, version.values().periodCount(date, parameters.zone())),
        slot ->
            defaults.lastDays() == 0
                ? List.of()
                : store.ofUnit(market, unit.id(), slot, date.minusDays(defaults.lastDays()), date),
        defaults.reference() ? reference(references, date) : Optional.empty());
  }

  private static Optional<StoredText> reference(List<StoredText> all, LocalDate date) {
    return all.stream()
        .filter(each -> !each.from().isAfter(date))
        .max(Comparator.comparing(StoredText::from).thenComparing(StoredText::version));
  }

  private GateReport kept(MarketParameters.Version version, LocalDate date, ClosedGate kept) {
    String market = version.values().market();
    Map<String, Map<Integer, StoredText>> references = new HashMap<>();
    store
        .references(market)
        .forEach(
            each ->
                references
                    .computeIfAbsent(each.key(), key -> new HashMap<>())
                    .put(each.version(), each));
    Map<Long, StoredDeclaration> declared = new HashMap<>();
    store.ofDate(market, date).forEach(each -> declared.put(each.number(), each));
    List<OfferInForce> offers =
        kept.offers().stream()
            .map(offer -> offer(market, date, offer, references, declared))
            .toList();
    return new GateReport(
        version.values().gate().of(date, parameters.zone()),
        GateReport.State.CLOSED,
        version,
        offers,
        kept.notes());
  }

  private OfferInForce offer(
      String market,
      LocalDate date,
      StoredOffer offer,
      Map<String, Map<Integer, StoredText>> references,
      Map<Long, StoredDeclaration> ofDate) {
    String content;
    String hash;
    if (offer.source() == StoredOffer.Source.REFERENCE) {
      Map<Integer, StoredText> ofUnit = Objects.requireNonNull(references.get(offer.unit()));
      content = Objects.requireNonNull(ofUnit.get((int) offer.version())).content();
      hash = Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
    } else {
      StoredDeclaration declared =
          ofDate.computeIfAbsent(offer.version(), number -> store.find(number).orElseThrow());
      content = declared.content();
      hash = declared.hash();
    }
    return new OfferInForce(
        offer.element(),
        new Declaration(
            market, date, offer.member(), offer.unit(), DeclarationReader.stored(content)),
        offer.source(),
        offer.version(),
        hash);
  }
}
