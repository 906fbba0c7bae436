package org.gridclear.market.forum;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a file that is attached may be: picture, voice, video or a document, by its first bytes. */
enum Media {
  PNG("image/png", 0, "\u0089PNG\r\n\u001a\n"),
  JPEG("image/jpeg", 0, "\u00ff\u00d8\u00ff"),
  GIF("image/gif", 0, "GIF8"),
  WEBP("image/webp", 8, "WEBP"),
  MP3("audio/mpeg", 0, "ID3"),
  WAV("audio/wav", 8, "WAVE"),
  OGG("audio/ogg", 0, "OggS"),
  MP4("video/mp4", 4, "ftyp"),
  WEBM("video/webm", 0, "\u001aE\u00df\u00a3"),
  PDF("application/pdf", 0, "%PDF-"),
  OFFICE("application/octet-stream", 0, "PK\u0003\u0004");

  private final String type;
  private final int place;
  private final String mark;

  Media(String type, int place, String mark) {
    this.type = type;
    this.place = place;
    this.mark = mark;
  }

  /** The type of the content; slides and other packed documents are only ever fetched. */
  String type() {
    return type;
  }

  /** What a content is, whatever its name says; empty for anything else. */
  static Optional<Media> of(byte[] content) {
    for (Media each : values()) {
      if (each.begins(content)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private boolean begins(byte[] content) {
    byte[] wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
    int end = place + wanted.length;
    return content.length >= end && Arrays.equals(content, place, end, wanted, 0, wanted.length);
  }
}
