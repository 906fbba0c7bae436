package org.gridclear.run.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.gridclear.worker.api.MissingDataException;
import org.junit.jupiter.api.Test;

class BlockMemoryTest {
  private static byte[] block(int size, int seed) {
    byte[] block = new byte[size];
    new Random(seed).nextBytes(block);
    return block;
  }

  @Test
  void blocksOfAnySizeComeBackAsTheyWerePut() {
    BlockMemory memory = new BlockMemory();
    int[] sizes = {0, 1, 700_000, 400_000, 3 << 20, 5, (1 << 20) - 5, 2_000_000, 0};
    List<byte[]> put = new ArrayList<>();
    for (int k = 0; k < sizes.length; k++) {
      put.add(block(sizes[k], k));
      memory.put("block " + k, put.get(k));
    }
    for (int k = 0; k < sizes.length; k++) {
      assertArrayEquals(put.get(k), memory.get("block " + k).orElseThrow());
    }
    assertTrue(memory.get("block 99").isEmpty());
  }

  @Test
  void nobodyChangesABlockThatIsKept() {
    BlockMemory memory = new BlockMemory();
    byte[] given = block(100, 1);
    memory.put("a", given);
    given[0]++;
    memory.get("a").orElseThrow()[1]++;
    memory.put("a", block(100, 2));
    assertArrayEquals(block(100, 1), memory.get("a").orElseThrow());
  }

  @Test
  void aBlockThatIsNotThereIsNamed() {
    try (LocalGrid grid = new LocalGrid(1)) {
      grid.putBlocks(Map.of("a", block(10, 3)));
      MissingDataException missing =
          assertThrows(MissingDataException.class, () -> grid.blocks(List.of("a", "b")));
      assertTrue(missing.getMessage().contains("block b"), missing::getMessage);
      assertEquals(Set.of("a"), grid.findBlocks(List.of("a", "b")).keySet());
    }
  }
}
