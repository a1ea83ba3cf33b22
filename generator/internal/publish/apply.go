package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

// lostError says that an old site could not be put together again.
type lostError struct{ error }

// apply makes the moves. What they move out is kept in a folder until all are made: an error undoes
// those before it.
func (p *plan) apply(aside string) error {
	if err := os.Mkdir(aside, 0o755); err != nil {
		return err
	}
	for i, m := range p.moves {
		err := p.move(m, filepath.Join(aside, strconv.Itoa(i)))
		if err == nil {
			continue
		}
		if lost := p.undo(i, aside); lost != nil {
			return &lostError{fmt.Errorf("publishing to %s failed (%w), and so did putting back what was there (%w): "+
				"its old files are in %s until the next build", p.out, err, lost, aside)}
		}
		return err
	}
	return nil
}

// move makes one move, wholly or not at all.
func (p *plan) move(m move, keep string) error {
	from, to := p.at(p.stage, m.name), p.at(p.out, m.name)
	if !m.in {
		return os.Rename(to, keep)
	}
	if !m.aside {
		return os.Rename(from, to)
	}
	// With a second link to the old file the new one can replace it without a moment between.
	if err := os.Link(to, keep); err != nil {
		if err := os.Rename(to, keep); err != nil {
			return err
		}
	}
	if err := os.Rename(from, to); err != nil {
		return errors.Join(err, restore(keep, to))
	}
	return nil
}

// undo takes back the first n moves.
func (p *plan) undo(n int, aside string) error {
	var errs []error
	for i := n - 1; i >= 0; i-- {
		to := p.at(p.out, p.moves[i].name)
		if p.moves[i].aside {
			errs = append(errs, restore(filepath.Join(aside, strconv.Itoa(i)), to))
		} else {
			errs = append(errs, os.RemoveAll(to))
		}
	}
	return errors.Join(errs...)
}

func restore(keep, to string) error {
	if err := os.Rename(keep, to); err != nil {
		return fmt.Errorf("cannot put back %s: %w", to, err)
	}
	return nil
}
