// SPDX-License-Identifier: GPL-3.0-or-later

// Nothing but the rooms of core, linked whole: whether they need a library they must not know is seen in what this program needs.
int main()
{
    return 0;
}
