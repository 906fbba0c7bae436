package org.gridclear.market.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.file.Sha256;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.Interchange;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.Flowgate;
import org.gridclear.validate.Rule;

/**
 * Versions of the network with its units: a case of which everything that a date brings is taken
 * from elsewhere. The one counts whose first date is the last one before a date; of several of that
 * date the one known last.
 */
public final class NetworkVersions {
  private static final PieceVersion.Key KEY = new PieceVersion.Key(PieceKinds.NETWORK, "");

  private static final int MINUTES_PER_DAY = 1440;

  /** It was held against the rules that were in effect when it was kept. */
  private static final Set<Rule> HELD =
      Arrays.stream(Rule.values()).filter(Rule::switchable).collect(Collectors.toSet());

  private final PieceStore store;
  private final MarketClock clock;

  /** Versions in a store. */
  public NetworkVersions(PieceStore store, MarketClock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A version that holds.
   *
   * @param version which one
   * @param day its network and units
   */
  public record InForce(PieceVersion version, MarketDay day) {
    /** What all its units and storages can give, in MW. */
    public double capacityMw() {
      return day.thermalUnits().stream().mapToDouble(unit -> unit.pMaxMw().max()).sum()
          + day.profiledUnits().stream().mapToDouble(unit -> unit.maxMw().max()).sum()
          + day.storageUnits().stream().mapToDouble(unit -> unit.maxDischargeMw().max()).sum()
          + day.interchanges().stream().mapToDouble(each -> each.importMw().max()).sum();
    }

    /** Whether a network says which subjects of a kind there are. */
    public boolean lists(SeriesKind.Subject subject) {
      return switch (subject) {
        case BUS, ZONE, UNIT, BRANCH, INTERFACE, INTERCHANGE, RESERVE -> true;
        case SYSTEM, USER, METER, CONTRACT -> false;
      };
    }

    /** Ids of all subjects of a kind; empty for kinds that no network lists. */
    public Set<String> subjects(SeriesKind.Subject subject) {
      Stream<String> ids =
          switch (subject) {
            case BUS -> day.network().buses().stream().map(Bus::id);
            case ZONE -> day.network().buses().stream().map(Bus::zone);
            case UNIT -> units();
            case BRANCH -> day.network().branches().stream().map(Branch::id);
            case INTERFACE -> day.network().flowgates().stream().map(Flowgate::id);
            case INTERCHANGE -> day.interchanges().stream().map(Interchange::id);
            case RESERVE -> day.reserves().stream().map(ReserveRequirement::id);
            case SYSTEM, USER, METER, CONTRACT -> Stream.of();
          };
      return new TreeSet<>(ids.toList());
    }

    private Stream<String> units() {
      return Stream.of(
              day.thermalUnits().stream().map(ThermalUnit::id),
              day.profiledUnits().stream().map(ProfiledUnit::id),
              day.storageUnits().stream().map(StorageUnit::id),
              day.flexibleLoads().stream().map(FlexibleLoad::id))
          .flatMap(ids -> ids);
    }
  }

  /**
   * Keeps a version.
   *
   * @param day a network with units
   * @param from first date on which it holds
   * @param source who gave it
   * @param knownAt since when it could be known
   * @throws IllegalArgumentException if that is yet to come, or another network from this date on
   *     was known at the same time
   */
  public PieceStore.Recorded keep(
      MarketDay day, LocalDate from, String source, Instant knownAt, Recording recording) {
    recording.refuseFuture(knownAt, clock);
    int dayMinutes = day.periodCount() * day.horizon().minutesPerPeriod() % MINUTES_PER_DAY;
    if (day.horizon().startMinute() != 0 || dayMinutes != 0) {
      throw new IllegalArgumentException(
          "The network has %d periods of %d min from %s on; it has to have whole days from midnight on."
              .formatted(
                  day.periodCount(), day.horizon().minutesPerPeriod(), day.horizon().label(0)));
    }
    if (!day.branchOutages().isEmpty()) {
      throw new IllegalArgumentException(
          "The network has planned outages of branches by period (%s …): outages are tickets; take them out of it."
              .formatted(day.branchOutages().get(0).branch()));
    }
    PieceVersion.Facts facts =
        new PieceVersion.Facts(source, "", clock.startOf(from), Optional.empty(), knownAt);
    return store.record(
        KEY,
        () -> {
          byte[] content = content(day, from);
          refuseSameTime(facts, from, Sha256.hex(content));
          return new PieceStore.Wanted(facts, content);
        },
        recording.by(),
        recording.now());
  }

  /**
   * Keeps a version that could be known since a time as it is written, or since now.
   *
   * @param knownAt with its offset from UTC; empty for now
   * @throws IllegalArgumentException if it cannot be read, or as the other does
   */
  public PieceStore.Recorded keep(
      MarketDay day, LocalDate from, String source, Optional<String> knownAt, Recording recording) {
    Instant known = knownAt.map(MarketClock::exact).orElse(recording.now());
    return keep(day, from, source, known, recording);
  }

  /**
   * Keeps the network of a case that was sent, held against the rules of checks that are in effect.
   *
   * @param content the case
   * @param knownAt with its offset from UTC; empty for now
   * @throws org.gridclear.validate.InvalidInputException with all that is wrong with the case
   * @throws IllegalArgumentException if it has no units, or as the others do
   */
  public PieceStore.Recorded take(
      byte[] content,
      LocalDate from,
      String source,
      Optional<String> knownAt,
      Recording recording) {
    Set<Rule> rulesOff = new CheckSets(store).at(recording.now()).set().rulesOff();
    MarketDay day =
        CaseFiles.load(content, "network.json", rulesOff)
            .day("The network has no units; send a case with its units.");
    return keep(day, from, source, knownAt, recording);
  }

  /** What was kept, in a line. */
  public static String line(PieceStore.Recorded kept, LocalDate from, MarketDay day) {
    return "Network version %d%s, from %s: %d buses, %d branches, %d units"
        .formatted(
            kept.version().version(),
            kept.added() ? "" : ", was there already",
            from,
            day.network().buses().size(),
            day.network().branches().size(),
            day.thermalUnits().size() + day.profiledUnits().size());
  }

  /** Of two that hold from one date on and were known at one time neither is the later one. */
  private void refuseSameTime(PieceVersion.Facts facts, LocalDate from, String hash) {
    for (PieceVersion version : versions()) {
      if (version.facts().startsAt().equals(facts.startsAt())
          && version.facts().knownAt().equals(facts.knownAt())
          && !version.contentHash().equals(hash)) {
        throw new IllegalArgumentException(
            "Version %d of the network from %s is another one and was known at the same time, %s: give the later one its own time."
                .formatted(version.version(), from, clock.show(facts.knownAt())));
      }
    }
  }

  /** The date is part of the content: the same network from another date on is another version. */
  private static byte[] content(MarketDay day, LocalDate from) {
    return CaseFiles.write(day.withHorizon(day.horizon().from(from)));
  }

  /** All versions. */
  public List<PieceVersion> versions() {
    return store.versions(KEY);
  }

  /** The version that held on a date, as it was known at a gate; empty if there was none. */
  public Optional<InForce> at(LocalDate date, Instant gate) {
    return store.known(KEY.kind(), clock.startOf(date), clock.endOf(date), gate).stream()
        .filter(version -> !version.facts().startsAt().isAfter(clock.startOf(date)))
        .max(
            Comparator.comparing((PieceVersion version) -> version.facts().startsAt())
                .thenComparing(version -> version.facts().knownAt())
                .thenComparing(PieceVersion::version))
        .map(this::read);
  }

  /** The network of a version. */
  public InForce read(PieceVersion version) {
    CaseFiles.Content content =
        CaseFiles.load(store.content(version), "network.json", HELD).content();
    return new InForce(version, ((CaseFiles.Content.WholeDay) content).day());
  }
}
