package org.gridclear.bench.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that one process sets and others read: milliseconds since 1970 in a file. */
public final class SharedClock extends Clock {
  private final MappedByteBuffer millis;
  private final ZoneId zone;

  private SharedClock(MappedByteBuffer millis, ZoneId zone) {
    this.millis = millis;
    this.zone = zone;
  }

  /** The clock of a file, which is made where it is not there. */
  public static SharedClock of(Path file, ZoneId zone) {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new SharedClock(channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES), zone);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets it for all who read it. */
  public void set(Instant time) {
    millis.putLong(0, time.toEpochMilli());
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis.getLong(0));
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new SharedClock(millis, other);
  }
}
