package org.gridclear.site;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.json.Json;
import org.gridclear.market.store.site.ChangeLog;
import org.gridclear.market.store.site.SiteMark;

/**
 * What the active site answers: what it is, what it sends, the end.
 *
 * @param head what it is
 * @param tables lines of JSON of all tables, where the follower has to begin anew; else empty
 * @param parts of files
 * @param changes of rows
 * @param entries of the grid
 */
record Frames(
    Head head,
    Map<String, byte[]> tables,
    List<SiteFiles.Part> parts,
    List<ChangeLog.Change> changes,
    List<GridLink.Entry> entries) {
  /**
   * What the active site is, and of which moment this is.
   *
   * @param session under which it knows the follower
   * @param log its list of changes
   * @param floor number to which all is sent, with this or before, that ever comes
   * @param drawn last number of its list
   * @param seen numbers above the floor that the tables have
   * @param before what it had of the follower's changes when it took over from that
   * @param cycle what the follower confirms
   * @param more whether there is more to send at once
   * @param leaseSeconds for which it goes on without a word
   * @param alone whether it goes on for good without a word
   * @param market name, zone and currency of its market; empty for none
   */
  record Head(
      String session,
      long epoch,
      String log,
      long floor,
      long drawn,
      List<Long> seen,
      SiteMark.Has before,
      long cycle,
      boolean more,
      long leaseSeconds,
      boolean alone,
      List<String> market) {}

  /**
   * What a follower asks.
   *
   * @param session as the active site named it; "" for the first
   * @param files what it has, with the first
   * @param grid whether it takes entries of the grid
   */
  record Asked(
      String session,
      long epoch,
      String log,
      long floor,
      List<Long> seen,
      long confirmed,
      boolean grid,
      List<Have> files) {}

  /**
   * A file that the follower has.
   *
   * @param hash SHA-256 of one that is added to; else ""
   */
  record Have(String root, String path, long size, long micros, String hash) {}

  private static final int END = 0;
  private static final int TABLE = 1;
  private static final int PART = 2;
  private static final int CHANGE = 3;
  private static final int ENTRY = 4;

  void write(DataOutputStream out) throws IOException {
    bytes(out, Json.MAPPER.writeValueAsBytes(head));
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      out.writeByte(TABLE);
      out.writeUTF(table.getKey());
      bytes(out, table.getValue());
    }
    for (SiteFiles.Part part : parts) {
      out.writeByte(PART);
      out.writeUTF(part.place().root());
      out.writeUTF(part.place().path());
      out.writeLong(part.offset());
      out.writeLong(part.stamp().size());
      out.writeLong(part.stamp().micros());
      bytes(out, part.bytes());
    }
    for (ChangeLog.Change change : changes) {
      out.writeByte(CHANGE);
      out.writeLong(change.seq());
      out.writeUTF(change.table());
      out.writeBoolean(change.gone());
      bytes(out, change.content().getBytes(StandardCharsets.UTF_8));
    }
    for (GridLink.Entry entry : entries) {
      out.writeByte(ENTRY);
      out.writeUTF(entry.cache());
      out.writeUTF(entry.key());
      bytes(out, entry.value());
    }
    out.writeByte(END);
  }

  private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads an answer to its end.
   *
   * @throws IOException if it is cut off; nothing of it is used then
   */
  static Frames read(DataInputStream in) throws IOException {
    Head head = Json.MAPPER.readValue(bytes(in), Head.class);
    Frames frames =
        new Frames(
            head, new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int kind = in.readByte(); kind != END; kind = in.readByte()) {
      switch (kind) {
        case TABLE -> frames.tables.put(in.readUTF(), bytes(in));
        case PART -> frames.parts.add(part(in));
        case CHANGE ->
            frames.changes.add(
                new ChangeLog.Change(
                    in.readLong(),
                    in.readUTF(),
                    in.readBoolean(),
                    new String(bytes(in), StandardCharsets.UTF_8)));
        case ENTRY -> frames.entries.add(new GridLink.Entry(in.readUTF(), in.readUTF(), bytes(in)));
        default -> throw new IOException("The active site sends a frame of kind " + kind + ".");
      }
    }
    return frames;
  }

  private static SiteFiles.Part part(DataInputStream in) throws IOException {
    SiteFiles.Place place = new SiteFiles.Place(in.readUTF(), in.readUTF());
    long offset = in.readLong();
    SiteFiles.Stamp stamp = new SiteFiles.Stamp(in.readLong(), in.readLong());
    return new SiteFiles.Part(place, offset, stamp, bytes(in));
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length != length) {
      throw new IOException("The answer of the active site is cut off.");
    }
    return bytes;
  }
}
