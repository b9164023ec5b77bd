"""What several tests share: strategies of experiments, corruption of files."""
