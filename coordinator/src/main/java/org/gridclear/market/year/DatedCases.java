package org.gridclear.market.year;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.gridclear.clearing.input.HorizonWindow;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.quantity.Horizon;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.gridclear.validate.InvalidInputException;

/** The case of every date. */
public sealed interface DatedCases {
  /**
   * The case of a date, its first day.
   *
   * @throws InvalidInputException if there is none, or it cannot be used
   */
  MarketDay on(LocalDate date);

  /** What they are made from, in words: the same words give the same cases. */
  String source();

  /**
   * The cases of a source: a folder whose format has dates (RTS-GMLC), or a network, file or
   * built-in, that gets synthetic days.
   *
   * @param seed of synthetic days
   */
  static DatedCases of(String source, long seed) {
    return Files.isDirectory(Path.of(source)) ? new OfFolder(source) : Synthetic.of(source, seed);
  }

  /**
   * A folder with series by date.
   *
   * @param source the folder
   */
  record OfFolder(String source) implements DatedCases {
    @Override
    public MarketDay on(LocalDate date) {
      return CaseFiles.load(source + "@" + date, Path.of(""), Set.of())
          .day("%s has no market day of %s.".formatted(source, date));
    }
  }

  /**
   * A network with a synthetic market: units and offers are those of its seed on every date; the
   * load of a date is that of the seed's day, less at weekends, more in winter and summer, and
   * another by chance that belongs to the date.
   *
   * @param source the network
   * @param seed of units, load shape and chance
   * @param base the day of the seed
   */
  record Synthetic(String source, long seed, MarketDay base) implements DatedCases {
    private static final double WEEKEND = 0.94;
    private static final double SEASON = 0.04;
    private static final double CHANCE = 0.02;

    private static Synthetic of(String source, long seed) {
      CaseFiles.Loaded loaded = CaseFiles.load(source, Path.of(""), Set.of());
      if (!(loaded.content() instanceof CaseFiles.Content.OnlyNetwork only)) {
        throw new IllegalArgumentException(
            "%s is one day and not one of every date; give a network, or a folder with series by date."
                .formatted(source));
      }
      SyntheticOptions d = SyntheticOptions.DEFAULT;
      MarketDay base =
          SyntheticMarket.complete(
              only.network(),
              Horizon.dayOfHours(),
              new SyntheticOptions(
                  seed, d.loadScale(), d.renewableShare(), d.reserveShare(), d.tightShare()));
      return new Synthetic(source, seed, base);
    }

    @Override
    public String source() {
      return "%s, synthetic, seed %d".formatted(source, seed);
    }

    @Override
    public MarketDay on(LocalDate date) {
      double scale = scale(date);
      List<BusLoad> loads = new ArrayList<>();
      for (BusLoad load : base.busLoads()) {
        loads.add(new BusLoad(load.bus(), load.mw().map(mw -> mw * scale)));
      }
      return HorizonWindow.dated(base.withBusLoads(loads), date);
    }

    private double scale(LocalDate date) {
      boolean weekend = date.getDayOfWeek().getValue() >= 6;
      double season = Math.cos(4 * Math.PI * (date.getDayOfYear() - 15) / 365.25);
      double chance = new SplittableRandom(31 * seed + date.toEpochDay()).nextDouble(-1, 1);
      return (weekend ? WEEKEND : 1)
          * (1 + SEASON * (season - 1) / 2)
          * (1 + CHANCE * (chance - 1) / 2);
    }
  }
}
