package org.gridclear.market.exchange;

import java.util.List;
import java.util.Optional;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.UnknownNameException;

/**
 * The channels of a market, by version; none until some are set.
 *
 * @param store pieces of the market
 */
public record Channels(PieceStore store) {
  private static final PieceVersion.Key KEY = new PieceVersion.Key("exchange-channels", "");

  /** The channels that were set last. */
  public List<Channel> all() {
    List<PieceVersion> versions = store.versions(KEY);
    if (versions.isEmpty()) {
      return List.of();
    }
    PieceVersion last = versions.get(versions.size() - 1);
    return ChannelText.read(store.content(last), "channels version " + last.version());
  }

  /**
   * A channel.
   *
   * @throws UnknownNameException if there is none
   */
  public Channel get(String id) {
    List<Channel> all = all();
    return all.stream()
        .filter(channel -> channel.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new UnknownNameException("channel", id, all.stream().map(Channel::id).toList()));
  }

  /**
   * Sets the channels; those that there were stay as earlier versions.
   *
   * @throws InvalidInputException with every issue of the text
   */
  public PieceStore.Recorded set(byte[] text, String name, Recording recording) {
    ChannelText.read(text, name);
    PieceVersion.Facts facts =
        new PieceVersion.Facts("operator", "", recording.now(), Optional.empty(), recording.now());
    return store.record(
        KEY, () -> new PieceStore.Wanted(facts, text), recording.by(), recording.now());
  }
}
