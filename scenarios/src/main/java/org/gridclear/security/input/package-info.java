/** What a screening is asked: outages, options, snapshots, questions of sensitivity. */
package org.gridclear.security.input;
