package org.gridclear.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalTextTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void tableOfNumbersIsHalved() throws IOException {
    StringBuilder text = new StringBuilder("meter,series,1,2\n");
    for (int row = 0; row < 1000; row++) {
      text.append("E%05d,forwardMwh".formatted(row));
      for (int t = 0; t < 96; t++) {
        text.append(',').append((row * 31 + t * 17) % 997 / 10.0);
      }
      text.append('\n');
    }
    byte[] packed = DecimalText.pack(bytes(text.toString()));
    assertTrue(packed.length < text.length() * 54 / 100, "bytes: " + packed.length);
    assertArrayEquals(bytes(text.toString()), DecimalText.unpack(packed));
  }

  @Test
  void anyBytesComeBackAsTheyWere() throws IOException {
    Random random = new Random(7);
    byte[] alphabet = bytes("0123456789,.-\nAé\r ");
    for (int trial = 0; trial < 3000; trial++) {
      byte[] content = new byte[random.nextInt(trial % 50 == 0 ? 4000 : 60)];
      random.nextBytes(content);
      if (trial % 3 > 0) {
        int letters = trial % 3 == 1 ? 14 : alphabet.length;
        for (int i = 0; i < content.length; i++) {
          content[i] = alphabet[random.nextInt(letters)];
        }
      }
      byte[] packed = DecimalText.pack(content);
      assertTrue(packed.length <= content.length + 1);
      assertArrayEquals(content, DecimalText.unpack(packed));
    }
  }

  @Test
  void textOfWordsStaysAsItIs() throws IOException {
    byte[] content = bytes("深圳 鑫 淼 昇 é, no numbers here; a, b");
    byte[] packed = DecimalText.pack(content);
    assertEquals(content.length + 1, packed.length);
    assertArrayEquals(content, DecimalText.unpack(packed));
  }

  @Test
  void bytesThatNothingGivesAreRefused() {
    byte[] packed = DecimalText.pack(bytes("12345678901234567890entity"));
    byte[] cut = Arrays.copyOf(packed, packed.length - 1);
    assertThrows(IOException.class, () -> DecimalText.unpack(cut));
    for (int bad : new int[] {0xE0, 0xE5, 0x0F, 0xEF}) {
      byte[] changed = packed.clone();
      changed[1] = (byte) bad;
      assertThrows(IOException.class, () -> DecimalText.unpack(changed));
    }
    for (byte[] none : new byte[][] {{}, {2}, {0x1f, (byte) 0x8b}}) {
      assertThrows(IOException.class, () -> DecimalText.unpack(none));
    }
  }
}
