package org.gridclear.io;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Many named byte blocks in one file: the blocks, then an index, then the place of the index. */
public final class PackFile {
  private static final int MAGIC = 0x47435031;

  private PackFile() {}

  private record Place(long offset, int length) {}

  /** Writes a file; a name is written once. */
  public static final class Writer implements AutoCloseable {
    private final DataOutputStream out;
    private final Map<String, Place> index = new LinkedHashMap<>();
    private long offset;

    /** Starts a file. */
    public Writer(Path file) throws IOException {
      out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20));
    }

    /** Adds a block, unless there is one of this name. */
    public void put(String name, byte[] block) {
      if (index.containsKey(name)) {
        return;
      }
      try {
        out.write(block);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      index.put(name, new Place(offset, block.length));
      offset += block.length;
    }

    @Override
    public void close() throws IOException {
      out.writeInt(index.size());
      for (Map.Entry<String, Place> entry : index.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeLong(entry.getValue().offset());
        out.writeInt(entry.getValue().length());
      }
      out.writeLong(offset);
      out.writeInt(MAGIC);
      out.close();
    }
  }

  /** Reads blocks by name. */
  public static final class Reader implements AutoCloseable {
    private final FileChannel channel;
    private final Map<String, Place> index = new LinkedHashMap<>();

    /**
     * Opens a file.
     *
     * @throws IOException if it is cut off or no pack
     */
    public Reader(Path file) throws IOException {
      channel = FileChannel.open(file, StandardOpenOption.READ);
      long size = channel.size();
      ByteBuffer foot = size < 12 ? ByteBuffer.allocate(12) : bytes(size - 12, 12);
      long offset = foot.getLong();
      if (foot.getInt() != MAGIC || offset < 0 || offset > size - 12) {
        channel.close();
        throw new IOException("%s is cut off or no pack file.".formatted(file));
      }
      ByteBuffer in = bytes(offset, (int) (size - 12 - offset));
      for (int count = in.getInt(); count > 0; count--) {
        byte[] name = new byte[in.getShort()];
        in.get(name);
        String key = new String(name, StandardCharsets.UTF_8);
        index.put(key, new Place(in.getLong(), in.getInt()));
      }
    }

    private ByteBuffer bytes(long offset, int length) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(length);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, offset + buffer.position()) < 0) {
          throw new IOException("The file ends too early.");
        }
      }
      return buffer.flip();
    }

    /** Names of the blocks, in the order in which they were written. */
    public Set<String> names() {
      return Collections.unmodifiableSet(index.keySet());
    }

    /** A block; nothing if there is none of this name. */
    public Optional<byte[]> get(String name) {
      Place place = index.get(name);
      if (place == null) {
        return Optional.empty();
      }
      try {
        return Optional.of(bytes(place.offset(), place.length()).array());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** A part of a block; nothing if there is no block of this name. */
    public Optional<byte[]> get(String name, int from, int length) {
      Place place = index.get(name);
      if (place == null) {
        return Optional.empty();
      }
      try {
        return Optional.of(bytes(place.offset() + from, length).array());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
