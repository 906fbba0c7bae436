package org.gridclear.market.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is by its first bytes, as the formats have them. */
class MediaTest {
  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "89504E470D0A1A0A 0000000D, PNG, image/png",
    "FFD8FFE0 00104A46, JPEG, image/jpeg",
    "474946383961 0100, GIF, image/gif",
    "52494646 24000000 57454250, WEBP, image/webp",
    "494433 0400, MP3, audio/mpeg",
    "52494646 24000000 57415645, WAV, audio/wav",
    "4F676753 0002, OGG, audio/ogg",
    "00000020 66747970 69736F6D, MP4, video/mp4",
    "1A45DFA3 9F42, WEBM, video/webm",
    "255044462D 312E37, PDF, application/pdf",
    "504B0304 1400, OFFICE, application/octet-stream"
  })
  void contentIsWhatItsFirstBytesSay(String digits, Media media, String type) {
    byte[] content = hex(digits);
    assertEquals(Optional.of(media), Media.of(content));
    assertEquals(type, media.type());
    byte[] other = content.clone();
    int mark = digits.startsWith("52494646") ? 8 : digits.startsWith("00000020") ? 4 : 0;
    other[mark] ^= 1;
    assertEquals(Optional.empty(), Media.of(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<svg xmlns='x'/>", "<html>", "MZ", "%PDF", "GIF", "PK", "#!/bin/sh"})
  void anythingElseIsNothing(String content) {
    assertEquals(Optional.empty(), Media.of(content.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void contentThatEndsWithinItsMarkIsNothing() {
    byte[] png = hex("89504E470D0A1A0A");
    assertEquals(Optional.of(Media.PNG), Media.of(png));
    assertEquals(Optional.empty(), Media.of(Arrays.copyOf(png, 7)));
  }

  @ParameterizedTest
  @EnumSource(Forum.Chapter.class)
  void chaptersAreKnownByTheirWords(Forum.Chapter chapter) {
    assertEquals(chapter, Forum.Chapter.of(chapter.word()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "RULES", "rule", " "})
  void otherWordsAreNoChapters(String word) {
    assertThrows(IllegalArgumentException.class, () -> Forum.Chapter.of(word));
  }
}
