/// Cal.com over HTTP: its event types as [io.calsync.sync.EventTypes], within the request budget, with every failure as
/// a [io.calsync.sync.Problem]. Entry point: [io.calsync.calcom.CalCom].
@NullMarked
package io.calsync.calcom;

import org.jspecify.annotations.NullMarked;
