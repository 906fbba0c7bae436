package org.gridclear.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.NetworkIndex;
import org.junit.jupiter.api.Test;

class CutOffTest {
  private static final NetworkIndex INDEX =
      new NetworkIndex(CaseFiles.load("ieee118", Path.of(""), Set.of()).network());

  @Test
  void whatSeveralOutagesCutOffIsAllButThePartThatASearchOfTheWholeNetworkFindsGreatest() {
    boolean[] on = new boolean[INDEX.branchCount()];
    Arrays.fill(on, true);
    CutOff cutOff = new CutOff(new Incidence(INDEX), on);
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int[] branches = random.ints(1 + random.nextInt(14), 0, on.length).distinct().toArray();
      boolean[] out = new boolean[on.length];
      boolean[] left = on.clone();
      for (int l : branches) {
        out[l] = true;
        left[l] = false;
      }
      int[] ends =
          Arrays.stream(branches)
              .flatMap(l -> Arrays.stream(new int[] {INDEX.from(l), INDEX.to(l)}))
              .toArray();
      Set<Integer> found =
          Arrays.stream(cutOff.find(out, new int[0], ends))
              .boxed()
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(allButTheGreatest(Islands.of(INDEX, left)), found, "seed " + seed);
    }
  }

  private static Set<Integer> allButTheGreatest(Islands islands) {
    int[] size = new int[islands.count()];
    for (int b = 0; b < INDEX.busCount(); b++) {
      size[islands.of(b)]++;
    }
    int greatest = 0;
    for (int i = 0; i < size.length; i++) {
      greatest = size[i] > size[greatest] ? i : greatest;
    }
    Set<Integer> others = new TreeSet<>();
    for (int b = 0; b < INDEX.busCount(); b++) {
      if (islands.of(b) != greatest) {
        others.add(b);
      }
    }
    return others;
  }
}
