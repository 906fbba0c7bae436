/**
 * What crosses the wire between coordinator and nodes: versioned bytes. Records stay in the domain,
 * since Ignite's marshaller does not take them.
 */
@NullMarked
package org.gridclear.worker.api;

import org.jspecify.annotations.NullMarked;
