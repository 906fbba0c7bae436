package org.gridclear.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spoils a sample, the same way for the same seed. */
final class Mutator {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]+");
  private static final int STEPS_MAX = 4;
  private static final int DEEP = 20_000;

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1e308",
          "-1e308",
          "1e-320",
          "NaN",
          "Infinity",
          "99999999999999999999",
          "9223372036854775807",
          "2147483648",
          "1e999",
          "0x10",
          "1_000",
          "",
          "null",
          "\"1\"",
          "[]",
          "{}");
  private static final List<String> WORDS =
      List.of(
          "",
          "null",
          "\u0000",
          "\ufeff",
          "\ud83d\ude00",
          "../../etc/passwd",
          "a".repeat(70_000),
          "\"",
          "\n",
          "=cmd|' /C calc'!A0",
          "true",
          "\u202e",
          "%s%n",
          "${jndi:ldap://x}");

  private final SplittableRandom random;

  Mutator(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The sample after one to four steps. */
  byte[] spoil(byte[] sample) {
    byte[] bytes = sample;
    int steps = 1 + random.nextInt(STEPS_MAX);
    for (int k = 0; k < steps; k++) {
      bytes = step(bytes);
    }
    return bytes;
  }

  private byte[] step(byte[] bytes) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    return switch (random.nextInt(10)) {
      case 0 -> flipped(bytes);
      case 1 -> without(bytes);
      case 2 -> doubled(bytes);
      case 3 -> cut(bytes);
      case 4, 5, 6 -> replaced(bytes, NUMBER, NUMBERS);
      case 7, 8 -> replaced(bytes, WORD, WORDS);
      default -> deep(bytes);
    };
  }

  private byte[] flipped(byte[] bytes) {
    byte[] copy = bytes.clone();
    copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
    return copy;
  }

  private byte[] without(byte[] bytes) {
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(64));
    return joined(bytes, 0, from, bytes, to, bytes.length);
  }

  private byte[] doubled(byte[] bytes) {
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(256));
    return joined(bytes, 0, to, bytes, from, bytes.length);
  }

  private byte[] cut(byte[] bytes) {
    return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
  }

  /** One of the places that a pattern finds becomes another text. */
  private byte[] replaced(byte[] bytes, Pattern pattern, List<String> texts) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Matcher found = pattern.matcher(text);
    int places = (int) found.results().count();
    if (places == 0) {
      return flipped(bytes);
    }
    found.reset();
    int wanted = random.nextInt(places);
    for (int k = 0; k <= wanted; k++) {
      found.find();
    }
    String other = texts.get(random.nextInt(texts.size()));
    return (text.substring(0, found.start()) + other + text.substring(found.end()))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** So deep that a parser that calls itself runs out of stack. */
  private byte[] deep(byte[] bytes) {
    String opening = random.nextBoolean() ? "[" : "{\"a\":";
    byte[] nest = opening.repeat(DEEP).getBytes(StandardCharsets.UTF_8);
    int at = random.nextInt(bytes.length);
    return joined(
        joined(bytes, 0, at, nest, 0, nest.length), 0, at + nest.length, bytes, at, bytes.length);
  }

  private static byte[] joined(byte[] one, int from, int to, byte[] two, int begin, int end) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(one, from, to - from);
    all.write(two, begin, end - begin);
    return all.toByteArray();
  }
}
