package io.calsync.sync;

/// Hears how far a run has come, and may end it between two services.
public interface Progress {
    /// @param total 0 while it is not known
    void at(int done, int total, String service);

    boolean cancelled();

    Progress NONE = new Progress() {
        @Override
        public void at(int done, int total, String service) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };
}
