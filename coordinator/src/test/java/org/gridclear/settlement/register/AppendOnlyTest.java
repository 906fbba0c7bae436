package org.gridclear.settlement.register;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.atrest.AtRest;
import org.gridclear.atrest.DataKey;
import org.gridclear.atrest.KeyRing;
import org.gridclear.file.ClearCopy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers that are begun in clear go on under a key. */
class AppendOnlyTest {
  @TempDir private Path folder;

  @AfterEach
  void inClear() {
    AtRest.forget();
  }

  @Test
  void registerInClearGoesOnAfterKeysRenew() throws IOException {
    AppendOnly register = new AppendOnly(folder.resolve("bill-register.csv"), "number,member");
    register.add("B1", "M0001");
    register.add("B2", "M0002");
    Path log = Files.writeString(folder.resolve("audit.jsonl"), "{}\n");
    DataKey key = new DataKey(new byte[DataKey.BYTES], "-");
    AtRest.use(() -> new KeyRing(List.of(key), "the test"));
    assertEquals(1, ClearCopy.renew(folder));
    assertEquals("{}\n", Files.readString(log), "what is added to line by line stays");
    assertArrayEquals(new String[] {"B2", "M0002"}, register.rows().get(1));
    register.add("B3", "M0003");
    assertEquals(
        List.of("B1", "B2", "B3"), register.rows().stream().map(cells -> cells[0]).toList());
    String stored = Files.readString(register.file(), StandardCharsets.ISO_8859_1);
    assertFalse(stored.contains("M000"), "no row is in clear");
    assertEquals(0, ClearCopy.renew(folder));
  }
}
