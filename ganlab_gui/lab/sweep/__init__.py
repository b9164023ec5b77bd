"""Grids of experiments: trained in processes of their own or on a cluster, kept in a folder."""
