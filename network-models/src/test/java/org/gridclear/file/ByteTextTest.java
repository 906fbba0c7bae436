package org.gridclear.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ByteTextTest {
  @Test
  void numbersAreThoseOfDecimalArithmetic() {
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 20_000; k++) {
      long value = random.nextLong() >> random.nextInt(64);
      int decimals = random.nextInt(7);
      assertEquals(
          BigDecimal.valueOf(value, decimals).toPlainString(),
          new ByteText(0).add(value, decimals).toString());
    }
    for (long value : new long[] {0, -1, 9, 10, -10, 999, Long.MAX_VALUE, -Long.MAX_VALUE}) {
      assertEquals(
          BigDecimal.valueOf(value, 3).toPlainString(), new ByteText(1).add(value, 3).toString());
      assertEquals(Long.toString(value), new ByteText(1).add(value, 0).toString());
    }
  }

  @Test
  void textGrowsAndIsWrittenAsUtf8() throws IOException {
    ByteText text = new ByteText(2);
    for (int k = 0; k < 50; k++) {
      text.add(ByteText.of("深圳 é")).add(',').add(-15, 1).add('\n');
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    text.writeTo(out);
    assertEquals("深圳 é,-1.5\n".repeat(50), out.toString(StandardCharsets.UTF_8));
  }
}
