package org.gridclear.cli.exchange;

import java.time.Clock;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.exchange.Channel;
import org.gridclear.market.exchange.ChannelSecrets;
import org.gridclear.market.exchange.Outbox;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;

/**
 * A market that is open for exchange.
 *
 * @param folder the market
 * @param days its days
 * @param outbox what it hands on
 */
record OpenExchange(MarketFolder folder, DayStore days, Outbox outbox) implements AutoCloseable {
  static OpenExchange of(MarketOption market) {
    MarketFolder folder = market.open();
    DayStore days = DayStore.of(folder);
    return new OpenExchange(folder, days, new Outbox(folder, days, Clock.systemUTC()));
  }

  MarketClock clock() {
    return new MarketClock(folder.facts().zone());
  }

  ChannelSecrets secrets() {
    return Outbox.secrets(folder);
  }

  /** A new secret of a channel, or the public part of a new key; as its partner needs it. */
  String made(Channel channel) {
    return channel.transport().way() == Channel.Transport.Way.SFTP
        ? Outbox.keys(folder).make(channel.id())
        : secrets().make(channel.id());
  }

  /** A change by somebody. */
  @FunctionalInterface
  interface Change<T> {
    T by(Actor actor) throws Exception;
  }

  /** Makes a change that is written down, if its account may. */
  <T> T change(ActorOptions acting, String operation, String detail, Change<T> change)
      throws Exception {
    Actor actor = acting.required(folder.path());
    actor.scope(Right.OPERATE_MARKET);
    return actor.change("exchange " + operation, detail, () -> change.by(actor));
  }

  @Override
  public void close() {
    folder.close();
  }
}
