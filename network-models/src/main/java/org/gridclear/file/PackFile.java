package org.gridclear.file;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Many named byte blocks in one file: the blocks one after the other, then an index with the place
 * and the SHA-256 of each, then the place and the SHA-256 of the index. The hash of the index binds
 * the whole file; a block is compared with its hash whenever it is read.
 */
public final class PackFile {
  private static final int MAGIC = 0x47435032;
  private static final int HASH = 32;
  private static final int FOOT = 8 + HASH + 4;

  private PackFile() {}

  private record Place(long offset, int length, byte[] hash) {}

  /** Writes a file; a name is written once. */
  public static final class Writer implements AutoCloseable {
    private final OutputStream out;
    private final Map<String, Place> index = new LinkedHashMap<>();
    private long offset;

    /** Starts a file. */
    public Writer(Path file) throws IOException {
      out = new BufferedOutputStream(StoredFiles.newOutputStream(file), PiecedOutput.PIECE);
    }

    /** Adds a block, unless there is one of this name. */
    public void put(String name, byte[] block) {
      if (!index.containsKey(name)) {
        put(name, block, Sha256.digest().digest(block));
      }
    }

    /** Adds a block whose name is the SHA-256 of its bytes, unless it is there. */
    public void putContent(String sha256, byte[] block) {
      if (!index.containsKey(sha256)) {
        put(sha256, block, HexFormat.of().parseHex(sha256));
      }
    }

    private void put(String name, byte[] block, byte[] hash) {
      try {
        out.write(block);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      index.put(name, new Place(offset, block.length, hash));
      offset += block.length;
    }

    @Override
    public void close() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream table = new DataOutputStream(bytes);
      table.writeInt(index.size());
      for (Map.Entry<String, Place> entry : index.entrySet()) {
        table.writeUTF(entry.getKey());
        table.writeLong(entry.getValue().offset());
        table.writeInt(entry.getValue().length());
        table.write(entry.getValue().hash());
      }
      byte[] packed = bytes.toByteArray();
      out.write(packed);
      ByteBuffer foot = ByteBuffer.allocate(FOOT);
      foot.putLong(offset).put(Sha256.digest().digest(packed)).putInt(MAGIC);
      out.write(foot.array());
      out.close();
    }
  }

  /** Reads blocks by name, each compared with its hash. */
  public static final class Reader implements AutoCloseable {
    private final Path file;
    private final RandomReading channel;
    private final String root;
    private final Map<String, Place> index = new LinkedHashMap<>();

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be read
     * @throws DamagedFileException if its index is not what was written
     */
    public Reader(Path file) throws IOException {
      this.file = file;
      this.channel = RandomReading.open(file);
      try {
        this.root = readIndex();
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    }

    private String readIndex() throws IOException {
      long size = channel.size();
      ByteBuffer foot = size < FOOT ? ByteBuffer.allocate(FOOT) : bytes(size - FOOT, FOOT);
      long offset = foot.getLong();
      byte[] hash = new byte[HASH];
      foot.get(hash);
      if (foot.getInt() != MAGIC || offset < 0 || offset > size - FOOT) {
        throw damaged("it is cut off or no pack file");
      }
      ByteBuffer in = bytes(offset, (int) Math.min(Integer.MAX_VALUE, size - FOOT - offset));
      if (!Arrays.equals(hash, Sha256.of(in))) {
        throw damaged("its index differs from its hash");
      }
      try {
        places(in);
      } catch (BufferUnderflowException e) {
        throw damaged("its index ends too early");
      }
      return HexFormat.of().formatHex(hash);
    }

    private void places(ByteBuffer in) {
      for (int count = in.getInt(); count > 0; count--) {
        String name = name(in);
        long offset = in.getLong();
        int length = in.getInt();
        byte[] hash = new byte[HASH];
        in.get(hash);
        index.put(name, new Place(offset, length, hash));
      }
    }

    /** A name as {@link DataOutputStream#writeUTF} writes it: rare signs take six bytes there. */
    private String name(ByteBuffer in) {
      byte[] text = new byte[2 + Short.toUnsignedInt(in.getShort(in.position()))];
      in.get(text);
      try {
        return new DataInputStream(new ByteArrayInputStream(text)).readUTF();
      } catch (IOException e) {
        throw new DamagedFileException(file, "its index has a name that is no text");
      }
    }

    private DamagedFileException damaged(String what) {
      return new DamagedFileException(file, what);
    }

    private ByteBuffer bytes(long offset, int length) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(length);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, offset + buffer.position()) < 0) {
          throw damaged("it ends too early");
        }
      }
      return buffer.flip();
    }

    /** SHA-256 of the index, which binds every block. */
    public String root() {
      return root;
    }

    /** Names of the blocks, in the order in which they were written. */
    public Set<String> names() {
      return Collections.unmodifiableSet(index.keySet());
    }

    /**
     * A block; nothing if there is none of this name.
     *
     * @throws DamagedFileException if it is not what was written
     */
    public Optional<byte[]> get(String name) {
      Place place = index.get(name);
      if (place == null) {
        return Optional.empty();
      }
      try {
        ByteBuffer block = bytes(place.offset(), place.length());
        if (!Arrays.equals(place.hash(), Sha256.of(block))) {
          throw damaged("block %s differs from its hash".formatted(name));
        }
        return Optional.of(block.array());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Everything in the blocks that is not what was written; empty if nothing is. */
    public List<String> differences() {
      List<String> differences = new ArrayList<>();
      for (String name : index.keySet()) {
        try {
          get(name);
        } catch (DamagedFileException e) {
          differences.add(e.getMessage());
        }
      }
      return differences;
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
