/** Commands of the network alone: power flow, screening, sensitivities. */
package org.gridclear.cli.security;
