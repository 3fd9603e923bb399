/// A stateful stand-in for Cal.com's event-type API, version 2, over loopback HTTP. It answers as a real self-hosted
/// server was seen to answer, keeps what it is told, and can be made to fail on purpose.
@NullMarked
package io.calsync.sandbox;

import org.jspecify.annotations.NullMarked;
