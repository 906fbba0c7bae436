package org.gridclear.bench.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// Rows
class RandomRegistryTest {
  @TempDir private Path folder;

  @Test
  void monthsOfChangingRegistriesBalanceHaveTheEnergyOfTheirMetersAndComeBackFromCorrections()
      throws IOException {
    for (long seed = 1; seed <= 2; seed++) {
      assertEquals(
          List.of(), RegistryBench.run(folder.resolve("m" + seed), 26, 3, seed), "seed " + seed);
    }
  }
}
