package org.gridclear.worker.ignite;

import java.io.Serializable;
import java.util.UUID;
import org.apache.ignite.Ignite;
import org.apache.ignite.plugin.CachePluginContext;
import org.apache.ignite.plugin.CachePluginProvider;
import org.apache.ignite.plugin.ExtensionRegistry;
import org.apache.ignite.plugin.IgnitePlugin;
import org.apache.ignite.plugin.PluginConfiguration;
import org.apache.ignite.plugin.PluginContext;
import org.apache.ignite.plugin.PluginProvider;
import org.jspecify.annotations.Nullable;

/** A rule that the oldest member holds a node to that wants to join; it does nothing else. */
abstract class JoinCheck implements PluginProvider<PluginConfiguration>, IgnitePlugin {
  /** What every refusal says after the name of the node. */
  static final String CANNOT_JOIN = " cannot join: ";

  private @Nullable PluginContext context;

  /** The grid that is checked for; null before the node has begun to start. */
  final @Nullable Ignite grid() {
    return context == null ? null : context.grid();
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String copyright() {
    return "";
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T extends IgnitePlugin> T plugin() {
    return (T) this;
  }

  @Override
  public void initExtensions(PluginContext own, ExtensionRegistry registry) {
    context = own;
  }

  @Override
  public <T> @Nullable T createComponent(PluginContext own, Class<T> type) {
    return null;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable CachePluginProvider createCacheProvider(CachePluginContext own) {
    return null;
  }

  @Override
  public void start(PluginContext own) {
    // Checks nodes only.
  }

  @Override
  public void stop(boolean cancel) {
    // Checks nodes only.
  }

  @Override
  public void onIgniteStart() {
    // Checks nodes only.
  }

  @Override
  public void onIgniteStop(boolean cancel) {
    // Checks nodes only.
  }

  @Override
  public @Nullable Serializable provideDiscoveryData(UUID nodeId) {
    return null;
  }

  @Override
  public void receiveDiscoveryData(UUID nodeId, Serializable data) {
    // Brings no data.
  }
}
