package org.gridclear.report.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.network.Generator;
import org.gridclear.network.Network;
import org.gridclear.run.Job;
import org.gridclear.security.result.BaseResult;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.Loading.Kind;
import org.gridclear.security.result.Monitored;
import org.gridclear.security.result.OutageResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The map of a screening, its sensitivities, and pairs: few lines whose flows are known. */
class ScreeningPicturesTest {
  private static final OutageResult[] NO_RESULTS = {};

  @TempDir Path folder;

  private static Loading of(int outage, int device, Kind kind, double after) {
    return new Loading(outage, device, kind, 45, after, device < 3 ? 50 : 1.1);
  }

  private static BaseResult base(Loading... loadings) {
    return new BaseResult(List.of(loadings), 4, 0, 0, "");
  }

  private static Map<String, Object> map(ScreeningMap map, Network network) {
    return map.map(ParallelLines.job(network), Monitored.devices(network));
  }

  /** Devices 0 to 2 are lines, 3 and 4 buses with a band of 0.9 to 1.1 p.u. */
  @Test
  void theMostLoadedComesFirstAndWhatIsMerelyListedNowhere() {
    Network network = ParallelLines.network(3, false);
    ScreeningMap map = new ScreeningMap(network);
    map.add(
        List.of(of(0, 1, Kind.NEW, -60), of(1, 0, Kind.LISTED, 49), of(2, 0, Kind.HEAVY, 45.2)),
        base(of(-1, 4, Kind.NEW, 0.85), of(-1, 0, Kind.LISTED, 30)));
    map.add(List.of(), null);
    map.add(List.of(of(2, 1, Kind.WORSENED, 60)), base(of(-1, 0, Kind.HEAVY, 44.7)));
    Map<String, Object> drawn = map(map, network);
    int[][] cells =
        ((List<?>) drawn.get("cells")).stream().map(int[].class::cast).toArray(int[][]::new);
    int[][] expected = {
      {0, -1, 4, 150, 1}, {0, 0, 1, 120, 1}, {2, 2, 1, 120, 1}, {0, 2, 0, 90, 0}, {2, -1, 0, 89, 0}
    };
    assertArrayEquals(expected, cells);
    assertEquals(5L, drawn.get("count"));
    assertEquals(Map.of("0", "l1", "2", "l3"), drawn.get("outages"));
    assertEquals(Set.of("0", "1", "4"), ((Map<?, ?>) drawn.get("devices")).keySet());
    assertEquals(3, drawn.get("firstBus"));
  }

  @Test
  void ofVeryManyCellsTheMostLoadedAreKeptAndAllAreCounted() {
    Network network = ParallelLines.network(3, false);
    ScreeningMap map = new ScreeningMap(network);
    for (int s = 0; s < 90; s++) {
      List<Loading> many = new ArrayList<>();
      for (int k = 0; k < 1000; k++) {
        many.add(of(0, 0, Kind.NEW, 50 + s * 10 + k / 100.0));
      }
      map.add(many, null);
    }
    Map<String, Object> drawn = map(map, network);
    List<?> cells = (List<?>) drawn.get("cells");
    assertEquals(ScreeningMap.CELLS_MAX, cells.size());
    assertEquals(90_000L, drawn.get("count"));
    assertEquals(89, ((int[]) cells.get(0))[0]);
    assertEquals(70, ((int[]) cells.get(cells.size() - 1))[0]);
  }

  /** A line that the intact grid overloads most is not left behind fifty that outages overload. */
  @Test
  void theWorstOfTheBaseCaseHasItsFactorsToo() throws IOException {
    Network network =
        ParallelLines.network(52, false).withGenerators(List.of(Generator.of("h", "b")));
    Job.Screening job = ParallelLines.job(network);
    ScreeningTotals totals = new ScreeningTotals(network, 52, snapshot -> 0);
    List<Loading> after = new ArrayList<>();
    for (int l = 0; l < 51; l++) {
      after.add(new Loading(51, l, Kind.NEW, 45, 60, 50));
    }
    Loading base = new Loading(-1, 51, Kind.NEW, 100, 100, 50);
    totals.add("t1", NO_RESULTS, after, base(base), "");
    ScreeningSensitivities.write(folder, job, Monitored.devices(network), totals);
    List<String> lines = Files.readAllLines(folder.resolve("sensitivities.csv"));
    assertEquals("device,by,element,factor", lines.get(0));
    List<String> devices = lines.stream().skip(1).map(row -> row.replaceFirst(",.*", "")).toList();
    assertEquals(50, devices.stream().distinct().count());
    assertTrue(devices.contains("l52"), devices.toString());
    // A MW given at b leaves 1/52 on each line, against its direction; l52 leaves 1/51 of its flow.
    assertTrue(lines.contains("l52,generator,h,-0.019230769"), lines.subList(0, 4).toString());
    assertTrue(lines.contains("l1,outage,l52,0.019607843"), lines.subList(0, 4).toString());
  }

  @Test
  void threeLinesCarryNinetyMegawattAfterTwoOutagesOnTheLastOne() throws IOException {
    Network network = ParallelLines.network(3, false);
    PairTables tables = PairTables.of(ParallelLines.job(network));
    assertTrue(tables.needsAction());
    assertEquals(
        "N-2 base: 3 pairs of 3 branches; 3 screened, 0 with a branch that cuts buses off alone, 0"
            + " that do together, 0 without a solution; 3 overloads, 3 of them new",
        tables.text().strip());
    tables.write(folder);
    List<String> rows = Files.readAllLines(folder.resolve("pairs.csv"));
    assertEquals(
        "snapshot,outage,secondOutage,device,kind,limitMw,loading,loadingBefore", rows.get(0));
    assertEquals(
        Set.of(
            "base,l1,l2,l3,NEW,50,1.8,0.9",
            "base,l1,l3,l2,NEW,50,1.8,0.9",
            "base,l2,l3,l1,NEW,50,1.8,0.9"),
        Set.copyOf(rows.subList(1, rows.size())));
  }

  @Test
  void pairsThatCutABusOffAreNamedAloneOrTogether() throws IOException {
    Network network = ParallelLines.network(2, true);
    PairTables tables = PairTables.of(ParallelLines.job(network));
    tables.write(folder);
    List<String> rows = Files.readAllLines(folder.resolve("islanding-pairs.csv"));
    assertEquals("snapshot,outage,secondOutage,kind,lostBuses,lostLoadMw", rows.get(0));
    assertEquals(
        Set.of("base,stub,,ALONE,1,0", "base,l1,l2,TOGETHER,2,90"),
        Set.copyOf(rows.subList(1, rows.size())));
    assertEquals(1, Files.readAllLines(folder.resolve("pairs.csv")).size());
  }
}
