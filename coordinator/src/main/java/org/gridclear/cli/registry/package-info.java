/** Commands of the registry of a market. */
package org.gridclear.cli.registry;
