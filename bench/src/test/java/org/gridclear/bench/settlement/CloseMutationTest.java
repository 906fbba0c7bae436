package org.gridclear.bench.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// Rows: S-13, S-15
class CloseMutationTest {
  @TempDir private Path folder;

  @Test
  void auditorFindsEveryChangedInputIndexKeyAndAmount() throws IOException {
    MutateBench.Result result = MutateBench.run(folder, 12, 2, 50, 3);
    assertEquals(List.of(), result.missed());
    assertTrue(result.withoutEffect().size() <= 2, () -> result.withoutEffect().toString());
  }
}
